import type { ArticlePage } from "#content/pages/articlePage.ts";
import { countComments } from "#content/discussion.ts";
import type { DigitalSourceType, Image } from "#content/image.ts";
import type { Ai, Kind, Sponsor } from "#content/labels.ts";
import { type Post, postsOf } from "#content/liveBlog.ts";
import { storyPath } from "#content/edition/alternates.ts";
import type { Edition } from "#content/edition/edition.ts";
import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import { postPath, seriesPath, subjectPath } from "#content/paths.ts";
import { inlineText, plainText } from "#content/blocks/plainText.ts";
import type { Episode } from "#content/recording.ts";
import { absolute, absolutePage, type Site } from "#content/site.ts";
import { firstWords } from "./description.ts";

/** A schema.org Thing. */
export type Thing = { [property: string]: unknown };

/** By what Google documents for paid content. The class is that of the part of the page that stands for the rest. */
const accessOf = ({ members }: ArticlePage["article"]): Thing => ({
  isAccessibleForFree: !members,
  ...(members && { hasPart: { "@type": "WebPageElement", isAccessibleForFree: false, cssSelector: ".for-members" } }),
});

/** The context of a page: its edition, address and publisher. */
type About = { edition: Pick<Edition, "editions">; site: Site; url: string; publisher: Thing };

/** A story as a schema.org NewsArticle or what else its kind is, or as a LiveBlogPosting, which is not a subtype of it. */
export function newsArticle({ article, profiles = [], series }: ArticlePage, { publisher, site, url, edition }: About): Thing {
  const at = (kind: "topic" | "place", type: string) => (ref: { slug: string; name: string }) => ({
    "@type": type,
    name: ref.name,
    url: absolutePage(site, subjectPath(kind, ref.slug)),
  });
  return {
    "@type": typeOf(article),
    "@id": url,
    url,
    identifier: article.id,
    headline: article.headline,
    description: article.standfirst,
    articleSection: article.section?.name,
    author: article.authors.map(({ slug, name, kind }) => {
      const { role, image, sameAs } = profiles.find((profile) => profile.slug === slug) ?? {};
      return {
        "@type": kind === "desk" ? "Organization" : "Person",
        name,
        url: absolutePage(site, subjectPath("author", slug)),
        ...(kind === "person" && { jobTitle: role }),
        image: image && absolute(site, image),
        sameAs,
      };
    }),
    publisher,
    datePublished: article.datePublished,
    dateModified: article.dateModified ?? article.datePublished,
    dateline: article.dateline,
    ...labelsOf(article, site),
    ...(series && {
      isPartOf: { "@type": "CreativeWorkSeries", name: series.name, url: absolutePage(site, seriesPath(series.slug)) },
      position: series.part,
    }),
    inLanguage: article.inLanguage,
    ...storyInOtherLanguages(article, site, edition.editions),
    keywords: article.topics.map(({ name }) => name),
    about: article.topics.map(at("topic", "Thing")),
    contentLocation: article.places.map(at("place", "Place")),
    image: article.image && pictureOf(article.image, site),
    associatedMedia: article.audio && soundOf(article.audio, article.ai, site),
    citation: article.citations.map(({ title, url: address }) => ({ "@type": "CreativeWork", name: title, url: address })),
    correction: article.corrections.map(({ date, children }) => ({
      "@type": "CorrectionComment",
      datePublished: date,
      text: inlineText(children),
    })),
    discussionUrl: article.discussion,
    commentCount: article.comments && countComments(article.comments),
    timeRequired: `PT${article.readingMinutes}M`,
    wordCount: plainText(article.body).match(/\S+/gu)?.length ?? 0,
    ...accessOf(article),
    ...(article.liveBlog && {
      coverageStartTime: article.liveBlog.coverageStartTime,
      coverageEndTime: article.liveBlog.coverageEndTime,
      liveBlogUpdate: postsOf(article.body).map((post) => blogPosting(post, article.slug, site)),
    }),
  };
}

const TYPES: Record<Kind, string> = {
  opinion: "OpinionNewsArticle",
  analysis: "AnalysisNewsArticle",
  satire: "SatiricalArticle",
  "press-release": "Article",
  letter: "OpinionNewsArticle",
};

function typeOf({ liveBlog, sponsor, kind }: ArticlePage["article"]): string {
  if (liveBlog) return "LiveBlogPosting";
  if (sponsor) return "AdvertiserContentArticle";
  return kind ? TYPES[kind] : "NewsArticle";
}

/** A post of a live blog. The first words of a post without a headline serve as one. */
export function blogPosting({ id, date, headline, authors = [], children }: Post, story: string, site: Site): Thing {
  return {
    "@type": "BlogPosting",
    "@id": absolutePage(site, postPath(story, id)),
    url: absolutePage(site, postPath(story, id)),
    headline: headline ?? firstWords(children),
    datePublished: date,
    author: authors.map(({ name, slug }) => ({
      "@type": "Person",
      name,
      url: slug === undefined ? undefined : absolutePage(site, subjectPath("author", slug)),
    })),
  };
}

function storyInOtherLanguages(
  { translationOf, translations = [] }: ArticlePage["article"],
  site: Site,
  editions?: LanguageEdition[],
): Thing {
  const others = translations.map((other) => ({
    path: storyPath(other, editions),
    inLanguage: other.inLanguage,
    called: { headline: other.headline },
  }));
  const original = translations.find(({ slug }) => slug === translationOf);
  return inOtherLanguages("NewsArticle", original && storyPath(original, editions), others, site);
}

/**
 * The original of a translation, or the translations of an original.
 * @param original the path of the original; undefined if the text is the original
 */
export function inOtherLanguages(
  type: string,
  original: string | undefined,
  others: { path: string; inLanguage: string; called: Thing }[],
  site: Site,
): Thing {
  const works = others
    .filter(({ path }) => original === undefined || path === original)
    .map(({ path, inLanguage, called }) => ({
      "@type": type,
      "@id": absolute(site, path),
      url: absolute(site, path),
      ...called,
      inLanguage,
    }));
  if (works.length === 0) return {};
  return original === undefined ? { workTranslation: works } : { translationOfWork: works[0] };
}

/** What the story is, who has paid for it, and how it was made, if AI has written or translated it. */
function labelsOf({ genre, sponsor, ai }: ArticlePage["article"], site: Site): Thing {
  const type = ai?.for.includes("text")
    ? "trainedAlgorithmicMedia"
    : ai?.for.includes("translation") && "compositeWithTrainedAlgorithmicMedia";
  return {
    genre,
    sponsor: sponsor && sponsorOf(sponsor, site),
    backstory: ai?.label,
    ...(type && { digitalSourceType: sourceType(type) }),
  };
}

const sourceType = (type: DigitalSourceType): string => `http://cv.iptc.org/newscodes/digitalsourcetype/${type}`;

function sponsorOf({ name, url, logo }: Sponsor, site: Site): Thing {
  return { "@type": "Organization", name, url: url && absolute(site, url), logo: logo && absolute(site, (logo.card ?? logo).url) };
}

function soundOf({ url, mediaType, duration, title, credit }: Episode, ai: Ai | undefined, site: Site): Thing {
  return {
    "@type": "AudioObject",
    contentUrl: absolute(site, url),
    encodingFormat: mediaType,
    ...(duration !== undefined && { duration: `PT${Math.round(duration)}S` }),
    name: title,
    creditText: credit,
    ...(ai?.for.includes("sound") && { digitalSourceType: sourceType("trainedAlgorithmicMedia") }),
  };
}

/** Search engines show only bitmaps. */
function pictureOf({ card, digitalSourceType, ...image }: Image, site: Site): Thing {
  const { url, width, height } = card ?? image;
  return {
    "@type": "ImageObject",
    url: absolute(site, url),
    width,
    height,
    ...(digitalSourceType && { digitalSourceType: sourceType(digitalSourceType) }),
  };
}
