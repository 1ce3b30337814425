import type { FollowedKind } from "./library/libraryRecord.ts";
import type { ListKind } from "./pages/listPage.ts";

const part = encodeURIComponent;

export const frontPath = "/";
export const articlePath = (slug: string): string => `/article/${part(slug)}`;

/** A story as Markdown, if the paper publishes that too. */
export const markdownPath = (slug: string): string => `${articlePath(slug)}.md`;

/** The page of the changes to a story since its publication. */
export const versionsPath = (slug: string): string => `${articlePath(slug)}/versions`;
/** A numbered page of a live blog, which never changes. Page 1 has the oldest posts. */
export const postsPath = (slug: string, page: number): string => `${articlePath(slug)}/page/${page}`;

/** The page of one post of a live blog. */
export const postPath = (slug: string, id: string): string => `${articlePath(slug)}/post/${part(id)}`;

/** The file that an open live blog polls, see content/liveBlog.ts. */
export const liveFile = (slug: string): string => `article/${part(slug)}/live.json`;

export const topicsPath = "/topics";
export const placesPath = "/places";
export const archivePath = "/archive";
export const staffPath = "/staff";
export const latestPath = "/latest";

/** The newest page of all corrections, or with a number a page of them that never changes. */
export const correctionsPath = (page?: number): string => (page === undefined ? "/corrections" : `/corrections/page/${page}`);
export const searchPath = "/search";
export const accountPath = "/account";

/** The reader's highlights, and the import and export of the library. */
export const highlightsPath = "/highlights";

/** Pages of the reader's library on this device. */
export const savedPath = "/saved";
export const followingPath = "/following";
export const historyPath = "/history";
export const catchUpPath = "/catch-up";

/** The path in the site of a page of an edition. @param prefix of the edition, see editions.ts @param path in the edition */
export const inSite = (prefix: string, path: string): string => (path === frontPath ? prefix || frontPath : prefix + path);

/** The folder of an edition, both below the site and below its data: "nl/". @param prefix of the edition */
export const editionFolder = (prefix = ""): string => (prefix === "" ? "" : `${prefix.slice(1)}/`);

/** The page of a topic, section, author, place or thread. */
export const subjectPath = (kind: FollowedKind, slug: string): string => `/${kind}/${part(slug)}`;

export const seriesPath = (slug: string): string => `/series/${part(slug)}`;

/** A static page by its slug, which may have several parts: "about/staff". */
export const staticPath = (slug: string): string => `/${slug.split("/").map(part).join("/")}`;

/** The page of a letter in the A to Z of topics or places. */
export const letterPath = (kind: "topic" | "place", letter: string): string => `/${kind}s/${part(letter)}`;

/** The archive page of a year: "2024". */
export const yearPath = (year: string): string => `${archivePath}/${year}`;

/** The newest page of a list, or with a number a page that never changes. A month's slug is "2024-04". */
export function listPath(kind: ListKind, slug: string, page?: number): string {
  const newest = kind === "latest" ? latestPath : kind === "month" ? `${archivePath}/${slug.replace("-", "/")}` : subjectPath(kind, slug);
  return page === undefined ? newest : `${newest}/page/${page}`;
}

/** The format of a feed. */
export type FeedFormat = "rss" | "atom" | "json";

/** In the order in which pages list them and builds make them. */
export const FEED_FORMATS: FeedFormat[] = ["rss", "atom", "json"];

const FEED_FILES: Record<FeedFormat, string> = { rss: "feed.xml", atom: "atom.xml", json: "feed.json" };

/** Whether a file of a site is a feed of stories, corrections or recordings. */
export const isFeedFile = (file: string): boolean => /(?:^|\/)(?:feed\.xml|atom\.xml|feed\.json|podcast\.xml)$/u.test(file);

/** What a feed contains: the whole edition, the stories in a language, those of a subject, or the posts of a live blog. */
export type FeedKind = FollowedKind | "latest" | "language" | "article";

/** The path of a feed: for the whole edition ("latest") at the root, for a language below its code, for others below their page. */
export function feedPath(kind: FeedKind, slug: string, format: FeedFormat): string {
  return `${feedFolder(kind, slug)}/${FEED_FILES[format]}`;
}

function feedFolder(kind: FeedKind, slug: string): string {
  if (kind === "latest") return "";
  if (kind === "language") return `/${slug}`;
  return kind === "article" ? articlePath(slug) : subjectPath(kind, slug);
}

/** The podcast feed of a list, which has only its episodes. */
export const podcastPath = (kind: FeedKind | "series", slug: string): string =>
  kind === "series" ? `${seriesPath(slug)}/podcast.xml` : feedPath(kind, slug, "rss").replace(/feed\.xml$/u, "podcast.xml");

/** The chapters of a story's recording, for podcast apps. */
export const chaptersPath = (slug: string): string => `/media/${part(slug)}.chapters.json`;

export const correctionsFeedPath = (format: FeedFormat): string => `${correctionsPath()}/${FEED_FILES[format]}`;

/** The primary language of a tag, without script and region: the slug of its feeds. */
export const languageSlug = (tag: string): string => tag.toLowerCase().split("-")[0] ?? "";

/** A catalogue for e-readers: Atom (OPDS 1.2) or JSON (OPDS 2.0). */
export type CatalogueFormat = "atom" | "json";

/** What a catalogue lists: all catalogues, the newest stories, the issues, all sections or topics, or the stories of one of them. */
export type CatalogueKind = "root" | "latest" | "issues" | "sections" | "topics" | "section" | "topic";

/** The path of a catalogue: below the page of its subject, by a file name from which hosts know its type. */
export function cataloguePath(kind: CatalogueKind, slug: string, format: CatalogueFormat): string {
  const folder = kind === "root" ? "" : kind === "section" || kind === "topic" ? subjectPath(kind, slug) : `/${kind}`;
  return `${folder}/opds.${format === "atom" ? "xml" : "json"}`;
}

/** The stories of a day or a week as an EPUB file. @param name "2026-11-27" or "2026-W48" */
export const issuePath = (name: string): string => `/issues/${name}.epub`;

/** A story as an EPUB file. */
export const storyBookPath = (slug: string): string => `${articlePath(slug)}.epub`;

/** Marks a site with drafts, which only the newsroom may see: hosts do not serve this file, and a server sends no alerts. */
export const previewFile = ".broadsheet-preview";

export const editionFile = "edition.json";
export const frontFile = "front.json";

/** The file that an open page polls every few minutes; see content/fresh.ts. */
export const freshFile = "fresh.json";

/** The threads of the newest stories; see content/recentThreads.ts. */
export const threadsFile = "recent-threads.json";

/** When stories appeared whose embargo ended after their date, for letters: an instant by slug. */
export const lateFile = "late-stories.json";

/** The end of each story's record; see content/version.ts. */
export const recordFile = "public-record.json";

/**
 * The address of a page's JSON file, below the data address. The rule is the same
 * for all pages: the path, and ".json". The slug is percent-encoded in this
 * address, but not in the name of the file.
 */
export function dataFile(path: string): string {
  return path === frontPath ? frontFile : `${path.slice(1)}.json`;
}

/** The address of the page that has this data file, by the file's path in the site; undefined if it is not one. */
export const pageOfData = (file: string): string | undefined => /^data(\/.+)\.json$/u.exec(file)?.[1];

/** The story that an address in the site, of any edition, is of: its own page, or the page of one of its posts. */
export function storyAt(address: string): { story: string; isPost: boolean } | undefined {
  const [, story, post] = /^((?:\/[^/]+)?\/article\/[^/]+)(\/post\/[^/]+)?$/u.exec(address) ?? [];
  return story === undefined ? undefined : { story, isPost: post !== undefined };
}

/** The HTML file of a page below the output folder: this gives clean URLs on any static host. */
export function htmlFile(path: string): string {
  return path === frontPath ? "index.html" : `${decodeURIComponent(path.slice(1))}.html`;
}
