import type { Article } from "#content/article.ts";
import type { Edition } from "#content/edition/edition.ts";
import type { Image, Picture } from "#content/image.ts";
import type { StoryLink, Teaser } from "#content/teaser.ts";
import { subjectId } from "#content/library/subjectId.ts";
import { hyphenated } from "./hyphenated.ts";

/** What decides whether a teaser says its language: the one that the page around it is in. */
export type Tongue = Pick<Edition, "language" | "direction">;

/**
 * The short form of an article. The kicker is the most specific thing that it
 * hangs on: its first topic, else its first place, else its section.
 */
export function teaser(article: Article, edition: Tongue): Teaser {
  return remembered(teasers, edition, article, teaserOf);
}

/** Enough of an article to name it in a line. */
export function storyLink(article: Article, edition: Tongue): StoryLink {
  return remembered(storyLinks, edition, article, storyLinkOf);
}

/** A story stands in a dozen lists and strips, which all show the same. */
type Known<T> = WeakMap<Tongue, WeakMap<Article, T>>;
const teasers: Known<Teaser> = new WeakMap();
const storyLinks: Known<StoryLink> = new WeakMap();

function remembered<T>(known: Known<T>, edition: Tongue, article: Article, make: (article: Article, edition: Tongue) => T): T {
  const ofEdition = known.get(edition) ?? new WeakMap<Article, T>();
  known.set(edition, ofEdition);
  const made = ofEdition.get(article) ?? make(article, edition);
  ofEdition.set(article, made);
  return made;
}

function teaserOf(article: Article, edition: Tongue): Teaser {
  const [author] = article.authors;
  return {
    slug: article.slug,
    headline: article.headline,
    hyphenated: hyphenated(article.headline, article.inLanguage),
    standfirst: article.standfirst,
    kicker: kicker(article),
    genre: article.genre,
    byline: author?.name,
    dateline: article.dateline,
    datePublished: article.datePublished,
    readingMinutes: article.readingMinutes,
    ...recorded(article),
    about: about(article),
    image: article.image && picture(article.image),
    ...foreign(article, edition),
  };
}

function storyLinkOf(article: Article, edition: Tongue): StoryLink {
  const { slug, headline, datePublished, inLanguage } = article;
  return {
    slug,
    headline,
    hyphenated: hyphenated(headline, inLanguage),
    datePublished,
    about: about(article),
    ...foreign(article, edition),
  };
}

function kicker({ topics, places, section }: Article): Teaser["kicker"] {
  const [topic] = topics;
  if (topic) return { slug: topic.slug, name: topic.name, kind: "topic" };
  const [place] = places;
  if (place) return { slug: place.slug, name: place.name, kind: "place" };
  return section && { slug: section.slug, name: section.name, kind: "section" };
}

function about({ topics, authors }: Article): Teaser["about"] {
  const ids = [...topics.map(({ slug }) => subjectId("topic", slug)), ...authors.map(({ slug }) => subjectId("author", slug))];
  return ids.length === 0 ? undefined : ids;
}

/** Says so where a story has a recording of its own. */
export const recorded = ({ audio }: Article): Pick<Teaser, "hasRecording"> => (audio ? { hasRecording: true } : {});

function picture({ url, width, height, sources, card }: Image): Picture {
  return { url, width, height, sources, ...(card && { card }) };
}

/** The language of a text where it is another than that of the page around it. */
export function foreign(article: Pick<Article, "inLanguage" | "direction">, edition: Tongue): Pick<Teaser, "inLanguage" | "direction"> {
  return {
    ...(article.inLanguage !== edition.language && { inLanguage: article.inLanguage }),
    ...(article.direction !== edition.direction && { direction: article.direction }),
  };
}
