import type { Article } from "#content/article.ts";
import type { Edition } from "#content/edition/edition.ts";
import type { Image } from "#content/image.ts";
import { milliseconds } from "#content/instant.ts";
import { type Post, postsOf, withNewest } from "#content/liveBlog.ts";
import { articlePath, type FeedFormat, type FeedKind, feedPath, languageSlug, listPath, postPath, seriesPath } from "#content/paths.ts";
import { lineOf } from "#content/labels.ts";
import { plainText } from "#content/blocks/plainText.ts";
import type { List } from "../../link/lists.ts";
import { groupBy } from "../../text/groupBy.ts";
import { newest, type Story } from "../../link/story.ts";
import type { Settings } from "../../settings/settings.ts";
import type { Output } from "../../output/output.ts";
import type { WordFiles } from "#content/words/wordFiles.ts";
import { absolute, absoluteIn, absolutePage, type Site } from "#content/site.ts";
import { element, escaped, writable } from "#content/html/xml.ts";
import { type Around, blocksHtml, correctionHtml, figureHtml, recordingHtml, sponsorHtml } from "#content/html/blocksHtml.ts";
import { inlineHtml } from "#content/html/inlineHtml.ts";

/** The picture of an item. Its size is in bytes, 0 if it is not known. */
type FeedImage = { url: string; type: string; size: number };

/** One item of a feed, whatever the format. All addresses are full; `html` is there only if full texts are published. */
export type FeedItem = {
  url: string;
  title: string;
  published: Date;
  updated: Date;
  language: string;
  summary: string;
  html: string | undefined;
  authors: string[];
  categories: string[];
  image: FeedImage | undefined;
  /** Where the story is discussed. */
  discussion: string | undefined;
};

/** A feed, whatever the format. `updated` is the time of the newest change to an item. */
export type Feed = {
  title: string;
  description: string;
  publisher: string;
  home: string;
  addresses: Record<FeedFormat, string>;
  icon: string;
  /** The WebSub hub that is told of its changes. */
  hub: string | undefined;
  language: string;
  updated: Date;
  items: FeedItem[];
};

/** What feeds are made from, besides stories. */
export type FeedSetting = {
  edition: Edition;
  settings: Settings;
  site: Site;
  output: Pick<Output, "size" | "expect" | "keep" | "before">;
  titles?: WordFiles["titles"] | undefined;
};

/** A list of stories that has feeds. */
export type FeedList = Omit<List, "kind"> & { kind: FeedKind };

/**
 * All lists that have feeds: every list except months, which get no more stories,
 * and each language, if there are others than the edition's.
 * @param stories oldest first
 */
export function feedLists(lists: List[], stories: Story[], edition: Edition): FeedList[] {
  const byLanguage = groupBy(edition.languages ? stories : [], ({ article }) => languageSlug(article.inLanguage));
  return [
    ...lists.flatMap(({ kind, ...list }) => (kind === "month" ? [] : [{ ...list, kind }])),
    ...[...byLanguage].map(([language, ofLanguage]) => ({
      kind: "language" as const,
      slug: language,
      name: new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language,
      stories: ofLanguage,
    })),
  ];
}

/** The feed of the newest stories of a list, as many as the settings say. */
export function feedOf(list: FeedList, setting: FeedSetting): Feed {
  const items = newest(list.stories, setting.settings.feeds.items).map(({ article }) => itemOf(article, setting));
  return feedWith(ofList(list, setting), items, setting);
}

/** The feed of the newest posts of a live blog. */
export function liveFeedOf(article: Article, setting: FeedSetting): Feed {
  const { slug, headline: name, standfirst: description } = article;
  const posts = postsOf(article.body).slice(0, setting.settings.feeds.items);
  const items = posts.map((post) => postItem(post, article, setting));
  return feedWith(ofList({ kind: "article", slug, name, description }, setting), items, setting);
}

/** The head of a feed. The paths of its page and of its own files are those in the edition. */
type FeedHead = { title: string; description: string; home: string; path: (format: FeedFormat) => string; language?: string };

function ofList({ kind, slug, name, description }: Omit<FeedList, "stories">, { edition }: FeedSetting): FeedHead {
  return {
    title: kind === "latest" ? edition.name : `${edition.name}: ${name}`,
    description: description ?? edition.tagline ?? edition.name,
    home: listHome({ kind, slug }),
    path: (format) => feedPath(kind, slug, format),
    ...(kind === "language" && { language: slug }),
  };
}

/** Makes a feed of an edition from its head and items. */
export function feedWith(
  { title, description, home, path, language }: FeedHead,
  items: FeedItem[],
  { edition, settings, site }: FeedSetting,
): Feed {
  const address = (format: FeedFormat): string => absolutePage(site, path(format));
  return {
    title: writable(title),
    description: writable(description),
    publisher: writable(edition.name),
    home: absolutePage(site, home),
    addresses: { rss: address("rss"), atom: address("atom"), json: address("json") },
    icon: absolute(site, "/icon-512.png"),
    hub: settings.announce?.hub,
    language: language ?? edition.language,
    updated: new Date(Math.max(0, ...items.map(({ updated }) => updated.getTime()))),
    items,
  };
}

/** The path of the page that corresponds to a feed. */
export function listHome({ kind, slug }: Pick<FeedList, "slug"> & { kind: FeedKind | "series" }): string {
  if (kind === "series") return seriesPath(slug);
  if (kind === "article") return articlePath(slug);
  return kind === "latest" || kind === "language" ? "/" : listPath(kind, slug);
}

function itemOf(article: Article, { settings, site, output, titles }: FeedSetting): FeedItem {
  const labels = [article.sponsor?.label, article.members?.label, article.kind && article.genre].flatMap((name) =>
    name === undefined ? [] : [{ name }],
  );
  const subjects = [...labels, ...(article.section ? [article.section] : []), ...article.topics, ...article.places];
  return {
    url: absolutePage(site, articlePath(article.slug)),
    title: writable(lineOf(article)),
    published: new Date(milliseconds(article.datePublished)),
    updated: new Date(milliseconds(article.dateModified ?? article.datePublished)),
    language: article.inLanguage,
    summary: writable([article.standfirst ?? opening(article), article.ai?.label].filter(Boolean).join(" ")),
    html: settings.feeds.fullText ? bodyHtml(article, site, titles) : undefined,
    authors: article.authors.map(({ name }) => writable(name)),
    categories: [...new Set(subjects.map(({ name }) => writable(name)))],
    image: article.image && imageOf(article.image, site, output),
    discussion: article.discussion,
  };
}

/** A post as an item. Its summary is its first line. */
function postItem({ id, date, headline, authors = [], children }: Post, article: Article, { settings, site }: FeedSetting): FeedItem {
  const words = opening({ body: children, headline: headline ?? article.headline });
  return {
    url: absolutePage(site, postPath(article.slug, id)),
    title: writable(headline ?? words),
    published: new Date(milliseconds(date)),
    updated: new Date(milliseconds(date)),
    language: article.inLanguage,
    summary: writable(words),
    html: settings.feeds.fullText ? blocksHtml(children, aroundOf(article, site)) : undefined,
    authors: authors.map(({ name }) => writable(name)),
    categories: [],
    image: undefined,
    discussion: undefined,
  };
}

/** The first line of a story without a standfirst; the headline of one without words. */
function opening({ body, headline }: Pick<Article, "body" | "headline">): string {
  return plainText(body.slice(0, 3)).split("\n")[0] || headline;
}

const TYPES: Record<string, string> = {
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
  gif: "image/gif",
};

/** Undefined for a picture whose name does not show its type, which an enclosure must state. */
export function imageOf({ url: own, card }: Image, site: Site, output: Pick<Output, "size">): FeedImage | undefined {
  const url = card?.url ?? own;
  const type = TYPES[/\.(\w+)(?:[?#]|$)/u.exec(url)?.[1]?.toLowerCase() ?? ""];
  if (type === undefined) return undefined;
  return { url: absolute(site, url), type, size: url.startsWith("/") ? (output.size(url.slice(1)) ?? 0) : 0 };
}

/** How many of the newest posts of a live blog feeds have: feeds are fetched again and again. */
const POSTS_IN_FEEDS = 10;

/**
 * The full text of a story as HTML for a feed: its picture, recording, body and
 * corrections. All addresses are full, since a feed reader shows it at another address.
 */
export function bodyHtml(article: Article, site: Site, titles?: FeedSetting["titles"]): string {
  const around = aroundOf(article, site);
  return [
    article.ai ? element("p", {}, element("em", {}, escaped(article.ai.label))) : "",
    article.sponsor ? sponsorHtml(article.sponsor, around) : "",
    article.image ? figureHtml(article.image, around) : "",
    article.audio ? recordingHtml(article.audio, around) : "",
    blocksHtml(withNewest(article, POSTS_IN_FEEDS).body, around),
    ...article.corrections.map(({ date, children }) => correctionHtml(date, inlineHtml(children, around))),
    article.members ? element("p", {}, element("a", { href: around.resolve("#members") }, escaped(titles?.rest ?? REST))) : "",
  ].join("");
}

/** Said instead of what only members may read, unless the paper has words of its own. */
export const REST = "The rest of this story is for members.";

function aroundOf({ slug, sponsor }: Article, site: Site): Around {
  const resolve = absoluteIn(site, absolutePage(site, articlePath(slug)));
  return { resolve, pictureUrl: ({ url }) => resolve(url), plays: true, ...(sponsor && { rel: "sponsored" }) };
}
