import type { FollowedKind } from "./library/record.ts";
import type { ListKind } from "./pages/listPage.ts";

const part = encodeURIComponent;

export const frontPath = "/";
export const articlePath = (slug: string): string => `/article/${part(slug)}`;

/** What has changed in a story since its publication. */
export const versionsPath = (slug: string): string => `${articlePath(slug)}/versions`;
/** A page of a live blog that never changes, of which the first holds the oldest posts. */
export const postsPath = (slug: string, page: number): string => `${articlePath(slug)}/page/${page}`;

/** The page of one post of a live blog. */
export const postPath = (slug: string, id: string): string => `${articlePath(slug)}/post/${part(id)}`;

/** What an open live blog asks, see content/liveBlog.ts. */
export const liveFile = (slug: string): string => `article/${part(slug)}/live.json`;

export const topicsPath = "/topics";
export const placesPath = "/places";
export const archivePath = "/archive";
export const staffPath = "/staff";
export const latestPath = "/latest";

/** All corrections, or with a number the page of them that never changes. */
export const correctionsPath = (page?: number): string => (page === undefined ? "/corrections" : `/corrections/page/${page}`);
export const searchPath = "/search";
export const accountPath = "/account";

/** What this reader has marked in stories, and how a library leaves and comes. */
export const highlightsPath = "/highlights";

/** What belongs to this reader, on this device. */
export const savedPath = "/saved";
export const followingPath = "/following";
export const historyPath = "/history";
export const catchUpPath = "/catch-up";

/** Where a page of an edition is in the site. @param prefix of the edition, see editions.ts @param path in its edition */
export const inSite = (prefix: string, path: string): string => (path === frontPath ? prefix || frontPath : prefix + path);

/** Where the pages of an edition are below those of the site, and its data below that of the site: "nl/". @param prefix of the edition */
export const editionFolder = (prefix = ""): string => (prefix === "" ? "" : `${prefix.slice(1)}/`);

/** The page of a topic, section, author, place or thread. */
export const subjectPath = (kind: FollowedKind, slug: string): string => `/${kind}/${part(slug)}`;

export const seriesPath = (slug: string): string => `/series/${part(slug)}`;

/** A page of the paper by its slug, which may have several parts: "about/staff". */
export const staticPath = (slug: string): string => `/${slug.split("/").map(part).join("/")}`;

/** A letter's own page in the A to Z of topics or places. */
export const letterPath = (kind: "topic" | "place", letter: string): string => `/${kind}s/${part(letter)}`;

/** The archive of a year "2024". */
export const yearPath = (year: string): string => `${archivePath}/${year}`;

/** A list's newest page, or with a number the page that never changes. A month's slug is "2024-04". */
export function listPath(kind: ListKind, slug: string, page?: number): string {
  const newest = kind === "latest" ? latestPath : kind === "month" ? `${archivePath}/${slug.replace("-", "/")}` : subjectPath(kind, slug);
  return page === undefined ? newest : `${newest}/page/${page}`;
}

/** What a feed is written in. */
export type FeedFormat = "rss" | "atom" | "json";

/** In the order in which pages name them, and their texts are made. */
export const FEED_FORMATS: FeedFormat[] = ["rss", "atom", "json"];

const FEED_FILES: Record<FeedFormat, string> = { rss: "feed.xml", atom: "atom.xml", json: "feed.json" };

/** What a feed is of: the whole edition, what is in a language, a subject, or the posts of a live blog. */
export type FeedKind = FollowedKind | "latest" | "language" | "article";

/** A feed of the newest stories: of the whole edition ("latest") at the root, of a language below its code, of a subject or a live blog below its page. */
export function feedPath(kind: FeedKind, slug: string, format: FeedFormat): string {
  return `${feedFolder(kind, slug)}/${FEED_FILES[format]}`;
}

function feedFolder(kind: FeedKind, slug: string): string {
  if (kind === "latest") return "";
  if (kind === "language") return `/${slug}`;
  return kind === "article" ? articlePath(slug) : subjectPath(kind, slug);
}

/** Where the podcast of a list is: its episodes alone. */
export const podcastPath = (kind: FeedKind | "series", slug: string): string =>
  kind === "series" ? `${seriesPath(slug)}/podcast.xml` : feedPath(kind, slug, "rss").replace(/feed\.xml$/u, "podcast.xml");

/** The chapters of a story's own recording, for podcast apps. */
export const chaptersPath = (slug: string): string => `/media/${part(slug)}.chapters.json`;

export const correctionsFeedPath = (format: FeedFormat): string => `${correctionsPath()}/${FEED_FILES[format]}`;

/** The language of a tag, without script and region: the slug of its feeds. */
export const languageSlug = (tag: string): string => tag.toLowerCase().split("-")[0] ?? "";

/** A catalogue for e-readers: Atom (OPDS 1.2) or JSON (OPDS 2.0). */
export type CatalogueFormat = "atom" | "json";

/** What a catalogue is of: everything there is, the newest stories, issues, or the sections and topics and each of them. */
export type CatalogueKind = "root" | "latest" | "issues" | "sections" | "topics" | "section" | "topic";

/** A catalogue lies below the page of what it is of, by a name that tells hosts its type. */
export function cataloguePath(kind: CatalogueKind, slug: string, format: CatalogueFormat): string {
  const folder = kind === "root" ? "" : kind === "section" || kind === "topic" ? subjectPath(kind, slug) : `/${kind}`;
  return `${folder}/opds.${format === "atom" ? "xml" : "json"}`;
}

/** A day's or a week's stories as a file for e-readers. @param name "2026-11-27" or "2026-W48" */
export const issuePath = (name: string): string => `/issues/${name}.epub`;

/** A story as a file for e-readers. */
export const storyBookPath = (slug: string): string => `${articlePath(slug)}.epub`;

/** In a site with drafts, for those who make the paper: no host gives it away, and a server tells nobody of the stories. */
export const previewFile = ".broadsheet-preview";

export const editionFile = "edition.json";
export const frontFile = "front.json";

/** What an open page asks every few minutes; see content/fresh.ts. */
export const freshFile = "fresh.json";

/** Which of the newest stories belong to a thread; see content/recentThreads.ts. */
export const threadsFile = "recent-threads.json";

/** Where the record of each story ends; see content/version.ts. */
export const recordFile = "public-record.json";

/**
 * The JSON file that a page's address stands for, below the data address.
 * The same rule for all pages: the path, and ".json". The slug in a file's
 * name is not percent-encoded; in its address it is.
 */
export function dataFile(path: string): string {
  return path === frontPath ? frontFile : `${path.slice(1)}.json`;
}

/** The HTML file of a page below the output folder: clean addresses on any static host. */
export function htmlFile(path: string): string {
  return path === frontPath ? "index.html" : `${decodeURIComponent(path.slice(1))}.html`;
}
