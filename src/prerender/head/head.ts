import { alternatesOf } from "#content/edition/alternates.ts";
import type { Edition } from "#content/edition/edition.ts";
import { cataloguePath, dataFile, languageSlug, podcastPath } from "#content/paths.ts";
import type { Page } from "#content/pages/pages.ts";
import { absolute, absolutePage, belowPages, type Site } from "#content/site.ts";
import type { PaperSite } from "../createDocument.ts";
import { type Description, feeds } from "./description.ts";
import { element } from "./element.ts";
import { jsonLd } from "./jsonLd.ts";
import { headOf, type OverviewWords } from "./pageHeads.ts";

const FEED_TYPES = { rss: "application/rss+xml", atom: "application/atom+xml", json: "application/feed+json" };

/**
 * The parts of a page's head that the reader does not render: description,
 * canonical address, Open Graph and Twitter card, feeds and JSON, JSON-LD.
 * @param title the document's title as React rendered it
 * @param words those of the edition
 */
export function head(page: Page, edition: Edition, site: PaperSite, title: string, words: OverviewWords): string {
  const description = describePage(page, edition, title);
  const canonical = (page.kind === "article" && page.value.article.url) || absolutePage(site, page.path);
  return [
    element("link", { rel: "canonical", href: canonical }),
    ...alternatesOf(page, edition.editions).map(({ language, path }) =>
      element("link", { rel: "alternate", hreflang: language, href: absolute(site, path) }),
    ),
    description.text === undefined ? "" : element("meta", { name: "description", content: description.text }),
    ...social(description, edition, canonical, site),
    ...articleTimes(page),
    ...description.feeds.map(({ format, path, name }) => {
      const title = `${name === undefined ? edition.name : `${edition.name}: ${name}`} (${format})`;
      return element("link", { rel: "alternate", type: FEED_TYPES[format], href: belowPages(site, path), title });
    }),
    ...podcastsOf(page, edition).map(({ path, name }) =>
      element("link", { rel: "alternate", type: FEED_TYPES.rss, href: belowPages(site, path), title: `${name} (podcast)` }),
    ),
    page.kind === "front" && edition.catalogues ? catalogueLink(edition, site) : "",
    element("link", { rel: "alternate", type: "application/json", href: `${site.data}${dataFile(page.path)}` }),
    jsonLd(page, edition, site, canonical, words),
  ].join("");
}

/** The link by which e-readers find the catalogues. */
const catalogueLink = ({ name }: Edition, site: Site): string =>
  element("link", {
    rel: "alternate",
    type: "application/atom+xml;profile=opds-catalog;kind=navigation",
    href: belowPages(site, cataloguePath("root", "", "atom")),
    title: `${name} (OPDS)`,
  });

/** The podcast of the edition, and that of the page's subject. */
function podcastsOf(page: Page, edition: Edition): { path: string; name: string }[] {
  if (!edition.podcast) return [];
  const whole = { path: podcastPath("latest", ""), name: edition.name };
  const own = (kind: Parameters<typeof podcastPath>[0], { slug, name }: { slug: string; name: string }) => [
    { path: podcastPath(kind, slug), name: `${edition.name}: ${name}` },
  ];
  if (page.kind === "series" && page.value.podcast) return [whole, ...own("series", page.value)];
  if (page.kind === "article" && page.value.article.audio?.kind === "episode" && page.value.series)
    return [whole, ...own("series", page.value.series)];
  if (page.kind !== "list" || !page.value.podcast || page.value.kind === "latest" || page.value.kind === "month") return [whole];
  return [whole, ...own(page.value.kind, page.value)];
}

/** @param title the document's title as the reader rendered it, without the paper's name */
function describePage(page: Page, edition: Edition, title: string): Description {
  return {
    title,
    text: edition.tagline,
    type: "website",
    language: edition.language,
    picture: undefined,
    pictureText: undefined,
    feeds: [...feeds("latest", ""), ...languageFeeds(page, edition)],
    ...headOf(page.kind).describe(page.value),
  };
}

/** The feeds of a story's language, if it is not the edition's. */
function languageFeeds(page: Page, edition: Edition): Description["feeds"] {
  const language = page.kind === "article" ? languageSlug(page.value.article.inLanguage) : "";
  if (page.kind !== "article" || language === languageSlug(edition.language)) return [];
  const name = new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;
  return feeds("language", language).map((feed) => ({ ...feed, name }));
}

function social(page: Description, edition: Edition, url: string, site: Site): string[] {
  const { title, text, type, picture } = page;
  const meta = (property: string, content: string | undefined) => (content === undefined ? "" : element("meta", { property, content }));
  // Social networks do not show SVG; a card without a picture is better than a broken one.
  const own = picture?.card ?? (picture && !picture.url.endsWith(".svg") ? picture : undefined);
  const shown = own ?? edition.sharePicture;
  return [
    meta("og:site_name", edition.name),
    meta("og:title", title),
    meta("og:description", text),
    meta("og:type", type),
    meta("og:url", url),
    meta("og:locale", localeOf(page.language, edition.language)),
    ...(shown
      ? [
          meta("og:image", absolute(site, shown.url)),
          meta("og:image:width", `${shown.width}`),
          meta("og:image:height", `${shown.height}`),
          meta("og:image:alt", own ? page.pictureText : edition.sharePicture?.alt),
        ]
      : []),
    element("meta", { name: "twitter:card", content: shown ? "summary_large_image" : "summary" }),
    // Without it, Google Discover and Bing show pictures small (developers.google.com/search/docs/appearance/google-discover).
    ...(own && type === "article" ? [element("meta", { name: "robots", content: "max-image-preview:large" })] : []),
  ];
}

/**
 * A language in the form of Open Graph, with a territory: that of its tag, else the
 * edition's if that has the same language, else the one where most of its speakers live.
 */
function localeOf(tag: string, editionTag: string): string {
  const [own, edition] = [new Intl.Locale(tag), new Intl.Locale(editionTag)];
  const region = own.region ?? (own.language === edition.language ? edition.region : undefined) ?? own.maximize().region;
  return region === undefined ? own.language : `${own.language}_${region}`;
}

function articleTimes(page: Page): string[] {
  if (page.kind !== "article") return [];
  const { datePublished, dateModified, section, topics } = page.value.article;
  const meta = (property: string, content: string) => element("meta", { property, content });
  return [
    meta("article:published_time", datePublished),
    ...(dateModified ? [meta("article:modified_time", dateModified)] : []),
    ...(section ? [meta("article:section", section.name)] : []),
    ...topics.map(({ name }) => meta("article:tag", name)),
  ];
}
