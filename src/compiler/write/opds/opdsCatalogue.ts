import type { Article } from "#content/article.ts";
import { writable } from "#content/html/xml.ts";
import { lineOf } from "#content/labels.ts";
import { milliseconds } from "#content/instant.ts";
import { articlePath, type CatalogueFormat, type CatalogueKind, issuePath, storyBookPath } from "#content/paths.ts";
import { picturesOf } from "#content/picturesOf.ts";
import { absolute, absolutePage } from "#content/site.ts";
import type { Story } from "../../link/story.ts";
import type { FeedSetting } from "../feeds/feed.ts";
import type { DatedIssue } from "./issues.ts";

/** An EPUB file that a catalogue offers. All addresses are full; `size` in bytes. */
export type Publication = {
  id: string;
  title: string;
  url: string;
  size: number;
  /** Its page, for browsers. */
  page?: string;
  /** When it was published: an instant, or the first day of an issue. */
  published: string;
  updated: Date;
  language: string;
  authors: string[];
  subjects: string[];
  summary?: string | undefined;
  picture?: { url: string; type: string; width: number; height: number } | undefined;
  /** The name of the paper, if this is an issue. */
  issueOf?: string;
};

/** A link from one catalogue to another. `isList`: whether that one lists publications. */
export type CatalogueLink = { title: string; kind: CatalogueKind; slug: string; isList: boolean; count: number };

/** A catalogue, whatever the format: of other catalogues, or of publications. */
export type Catalogue = {
  kind: CatalogueKind;
  slug: string;
  title: string;
  publisher: string;
  language: string;
  updated: Date;
  /** The catalogue above it. */
  up?: CatalogueKind;
  address: (kind: CatalogueKind, slug: string, format: CatalogueFormat) => string;
  icon: string;
} & ({ links: CatalogueLink[] } | { publications: Publication[] });

/** The time of the last publication or change among stories. */
export function lastChange(stories: Story[]): Date {
  const times = stories.map(({ article: { dateModified, datePublished } }) => milliseconds(dateModified ?? datePublished));
  return new Date(times.reduce((last, time) => Math.max(last, time), 0));
}

/** A story as an EPUB file of its own. */
export function storyPublication({ article }: Story, { edition, site, output }: FeedSetting): Publication {
  const { slug, standfirst, section, topics, authors, inLanguage, datePublished, dateModified } = article;
  const path = storyBookPath(slug);
  return {
    id: absolutePage(site, articlePath(slug)),
    title: writable(lineOf(article)),
    url: absolutePage(site, path),
    size: output.size(fileOf(site.prefix, path)) ?? 0,
    page: absolutePage(site, articlePath(slug)),
    published: datePublished,
    updated: new Date(milliseconds(dateModified ?? datePublished)),
    language: inLanguage,
    authors: authors.length > 0 ? authors.map(({ name }) => writable(name)) : [writable(edition.name)],
    subjects: [...new Set([...(section ? [section] : []), ...topics].map(({ name }) => writable(name)))],
    summary: standfirst === undefined ? undefined : writable(standfirst),
    picture: pictureOf([article], site),
  };
}

/** An issue, whose summary is its first headlines. */
export function issuePublication({ name, title, day, stories }: DatedIssue, { edition, site, output }: FeedSetting): Publication {
  const path = issuePath(name);
  const articles = stories.map(({ article }) => article);
  return {
    id: absolutePage(site, path),
    title: writable(title),
    url: absolutePage(site, path),
    size: output.size(fileOf(site.prefix, path)) ?? 0,
    published: day,
    updated: lastChange(stories),
    language: edition.language,
    authors: [writable(edition.name)],
    subjects: [...new Set(articles.flatMap(({ section }) => (section ? [writable(section.name)] : [])))],
    summary: articles
      .slice(0, HEADLINES)
      .map((article) => writable(lineOf(article)))
      .join(" · "),
    picture: pictureOf(articles, site),
    issueOf: writable(edition.name),
  };
}

const HEADLINES = 6;

/** The path of an edition's file below the output folder. */
export const fileOf = (prefix = "", path: string): string => decodeURIComponent(`${prefix}${path}`.slice(1));

/** The types that OPDS 1.2 (5.4.1) allows for pictures. */
const TYPES: Record<string, string> = { jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png", gif: "image/gif" };

/** The first picture of stories that catalogues can show. */
function pictureOf(articles: Article[], site: FeedSetting["site"]): Publication["picture"] {
  for (const article of articles) {
    const [image] = picturesOf({ image: article.image, body: [], corrections: [] });
    const shown = image?.card ?? image;
    const type = TYPES[/\.(\w+)$/u.exec(shown?.url ?? "")?.[1]?.toLowerCase() ?? ""];
    if (shown && type !== undefined) return { url: absolute(site, shown.url), type, width: shown.width, height: shown.height };
  }
  return undefined;
}
