import type { Edition } from "#content/edition/edition.ts";
import { hasFeed, LEAST_WITH_FEED } from "#content/feeds.ts";
import type { PageKind, PageValues } from "#content/pages/pages.ts";
import {
  FEED_FORMATS,
  archivePath,
  articlePath,
  correctionsFeedPath,
  frontPath,
  listPath,
  placesPath,
  postPath,
  postsPath,
  searchPath,
  seriesPath,
  subjectPath,
  topicsPath,
  yearPath,
} from "#content/paths.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import type { Profile } from "#content/profile.ts";
import { absolute, absolutePage, type Site } from "#content/site.ts";
import type { Words } from "#reader/i18n/wordTypes.ts";
import { type Description, feeds, firstWords } from "./description.ts";
import { itemFeeds, itemThing } from "./itemThing.ts";
import { blogPosting, inOtherLanguages, newsArticle, type Thing } from "./newsArticle.ts";

type About = { edition: Edition; site: Site; url: string; publisher: Thing };

/** The names of the pages that list all months, topics and places. */
export type OverviewWords = Pick<Words, "archiveByDate" | "topicsAToZ" | "placesAToZ">;

/** The metadata of a kind of page. */
type PageHead<Value> = {
  /** What differs from the description of any page. */
  describe: (value: Value) => Partial<Description>;
  /** Its schema.org description. */
  thing: (value: Value, about: About) => Thing;
  /** Its breadcrumbs, itself last; empty if it has none. The pages above it are named as on the page itself. */
  steps: (value: Value, words: OverviewWords) => { name: string; path: string }[];
};

const PAGE_HEADS: { [Kind in PageKind]: PageHead<PageValues[Kind]> } = {
  front: {
    describe: ({ lead }) => ({ picture: lead?.image }),
    thing: (_, { edition, site, publisher }) => webSite(edition, site, publisher),
    steps: () => [],
  },
  article: {
    describe: ({ article }) => ({
      title: article.headline,
      text: article.standfirst ?? firstWords(article.body),
      type: "article",
      language: article.inLanguage,
      picture: article.image,
      pictureText: article.image?.alt,
      ...(article.liveBlog && { feeds: feeds("article", article.slug).map((feed) => ({ ...feed, name: article.headline })) }),
    }),
    thing: newsArticle,
    steps: ({ article: { section, slug, headline } }) => {
      const own = { name: headline, path: articlePath(slug) };
      return section ? [{ name: section.name, path: subjectPath("section", section.slug) }, own] : [own];
    },
  },
  posts: {
    describe: ({ story: { inLanguage, headline }, posts: [first], page }) => ({
      title: page === undefined ? (first?.headline ?? headline) : headline,
      text: firstWords(first?.children ?? []),
      type: page === undefined ? "article" : "website",
      language: inLanguage,
    }),
    thing: ({ story: { slug, headline, inLanguage }, posts, page }, { site, url, publisher }) => {
      const blog = {
        "@type": "LiveBlogPosting",
        "@id": absolutePage(site, articlePath(slug)),
        url: absolutePage(site, articlePath(slug)),
        headline,
      };
      const all = posts.map((post) => blogPosting(post, slug, site));
      if (page === undefined) return { "@type": "BlogPosting", ...all[0], mainEntityOfPage: url, inLanguage, publisher, isPartOf: blog };
      return { "@type": "CollectionPage", url, name: headline, inLanguage, isPartOf: blog, hasPart: all };
    },
    steps: ({ story: { slug, headline }, page, posts: [first] }) => {
      const blog = { name: headline, path: articlePath(slug) };
      if (page !== undefined) return [blog, { name: `${page}`, path: postsPath(slug, page) }];
      return first ? [blog, { name: first.headline ?? headline, path: postPath(slug, first.id) }] : [blog];
    },
  },
  list: {
    describe: ({ kind, slug, description, authorKind, days, count = LEAST_WITH_FEED }) => ({
      ...(description !== undefined && { text: description }),
      type: authorKind === "person" ? "profile" : "website",
      picture: days[0]?.teasers[0]?.image,
      // A numbered page has no count, and belongs to a long list.
      feeds: kind === "month" || !hasFeed(kind, count) ? feeds("latest", "") : feeds(kind, slug),
    }),
    thing: (value, { site, url }) => (value.profile ? profilePage(value, value.profile, site, url) : collection(value, url)),
    steps: ({ kind, slug, name }, words) => {
      if (kind === "latest") return [];
      if (kind === "month") {
        const year = slug.slice(0, 4);
        return [archiveStep(words), { name: year, path: yearPath(year) }, { name, path: listPath("month", slug) }];
      }
      const own = { name, path: subjectPath(kind, slug) };
      if (kind === "topic") return [{ name: words.topicsAToZ, path: topicsPath }, own];
      if (kind === "place") return [{ name: words.placesAToZ, path: placesPath }, own];
      return [own];
    },
  },
  series: {
    describe: ({ description, teasers }) => ({ ...(description !== undefined && { text: description }), picture: teasers[0]?.image }),
    thing: ({ name, description, teasers }, { site, url }) => ({
      "@type": "CreativeWorkSeries",
      "@id": url,
      url,
      name,
      description,
      hasPart: teasers.map(({ slug, headline }, place) => ({
        "@type": "NewsArticle",
        position: place + 1,
        headline,
        url: absolutePage(site, articlePath(slug)),
      })),
    }),
    steps: ({ slug, name }) => [{ name, path: seriesPath(slug) }],
  },
  staff: {
    describe: () => ({}),
    thing: ({ groups }, { site, url }) => ({
      "@type": "CollectionPage",
      url,
      mainEntity: {
        "@type": "ItemList",
        itemListElement: groups
          .flatMap(({ people }) => people)
          .map(({ name, slug, ...profile }, place) => ({
            "@type": "ListItem",
            position: place + 1,
            item: person(name, slug, profile, site),
          })),
      },
    }),
    steps: () => [],
  },
  static: {
    describe: ({ title, standfirst, body, inLanguage, image, collection }) => ({
      title,
      text: standfirst ?? firstWords(body),
      language: inLanguage,
      picture: image,
      pictureText: image?.alt,
      ...itemFeeds(collection),
    }),
    thing: (page, about) => itemThing(page, about) ?? webPage(page, about),
    steps: ({ path, title, above = [] }) => [...above.map(({ name, url }) => ({ name, path: url })), { name: title, path }],
  },
  index: { describe: () => ({}), thing: (_, { url }) => ({ "@type": "CollectionPage", url }), steps: () => [] },
  versions: {
    describe: ({ headline, inLanguage }) => ({ title: headline, language: inLanguage }),
    thing: ({ slug }, { url, site }) => ({ "@type": "CollectionPage", url, about: { "@id": absolutePage(site, articlePath(slug)) } }),
    steps: () => [],
  },
  corrections: {
    describe: () => ({ feeds: FEED_FORMATS.map((format) => ({ format, path: correctionsFeedPath(format) })) }),
    thing: ({ corrections }, { url, site }) => ({
      "@type": "CollectionPage",
      url,
      mainEntity: {
        "@type": "ItemList",
        itemListElement: corrections.map(({ slug, date, children }, place) => ({
          "@type": "ListItem",
          position: place + 1,
          item: {
            "@type": "CorrectionComment",
            text: inlineText(children),
            datePublished: date,
            url: absolutePage(site, articlePath(slug)),
          },
        })),
      },
    }),
    steps: () => [],
  },
  archive: {
    describe: () => ({}),
    thing: (_, { url }) => ({ "@type": "CollectionPage", url }),
    steps: ({ year }, words) => (year === undefined ? [] : [archiveStep(words), { name: year, path: yearPath(year) }]),
  },
};

function webPage(
  { type, title, standfirst, inLanguage, translationOf, translations = [] }: PageValues["static"],
  { publisher, site, url }: About,
): Thing {
  return {
    "@type": type,
    "@id": url,
    url,
    name: title,
    description: standfirst,
    inLanguage,
    ...inOtherLanguages(
      type,
      translationOf,
      translations.map((other) => ({ path: other.path, inLanguage: other.inLanguage, called: { name: other.title } })),
      site,
    ),
    publisher,
  };
}

const archiveStep = ({ archiveByDate }: OverviewWords) => ({ name: archiveByDate, path: archivePath });

export const headOf = <Kind extends PageKind>(kind: Kind): PageHead<PageValues[Kind]> => PAGE_HEADS[kind];

function webSite(edition: Edition, site: Site, publisher: Thing): Thing {
  return {
    "@type": "WebSite",
    name: edition.name,
    description: edition.tagline,
    url: absolutePage(site, frontPath),
    inLanguage: edition.language,
    publisher,
    potentialAction: {
      "@type": "SearchAction",
      target: { "@type": "EntryPoint", urlTemplate: `${absolutePage(site, searchPath)}?q={search_term_string}` },
      "query-input": "required name=search_term_string",
    },
  };
}

/** The page of an author about whom the paper has more than a name. */
function profilePage(list: PageValues["list"], profile: Profile, site: Site, url: string): Thing {
  const type = list.authorKind === "desk" ? "Organization" : "Person";
  const description = [list.description, ...(profile.bio ?? [])].filter(Boolean).join(" ") || undefined;
  return {
    ...collection(list, url),
    "@type": "ProfilePage",
    mainEntity: { ...person(list.name, list.slug, profile, site), "@type": type, description },
  };
}

function person(name: string, slug: string | undefined, { role, photo, links }: Profile, site: Site): Thing {
  return {
    "@type": "Person",
    name,
    url: slug === undefined ? undefined : absolutePage(site, subjectPath("author", slug)),
    jobTitle: role,
    image: photo && absolute(site, photo.url),
    sameAs: links?.map(({ url }) => url),
  };
}

/** Its stories are not listed once more: each has a description of its own. */
function collection({ name, description }: PageValues["list"], url: string): Thing {
  return { "@type": "CollectionPage", url, name: name || undefined, description };
}
