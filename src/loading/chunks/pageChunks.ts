import { posix } from "node:path";
import type { PageKind } from "#content/pages/pages.ts";
import { hasStem, primaryLanguage } from "static-search/text/stem";

/** The content of a document: a page of the edition, search, offline or library pages, the account, or nothing with a script of its own. */
export type Content = PageKind | "search" | "offline" | "library" | "account" | "nothing";

/** The chunks that hydrate each kind of page, besides that of every page, by their names in chunks.ts. */
const CHUNKS: { [Each in Content]?: string[] } = {
  article: ["story"],
  posts: ["story", "live"],
  static: ["story", "page"],
  staff: ["lists", "page"],
  series: ["lists", "page"],
  versions: ["updates"],
  corrections: ["updates"],
  search: ["search"],
  offline: ["library"],
  library: ["library"],
  account: ["account"],
  nothing: [],
};

/** The other pages of the paper share one chunk. */
const LISTS = ["lists"];

/** Pages that need more than the words of every page. */
const WITH_WORDS: Content[] = ["search", "library", "account", "versions", "corrections"];

/** The words of every page, and the other words: scripts that are made for each site. */
export const PAGE_WORDS = "words";
export const MORE_WORDS = "more words";

/**
 * Creates the function that lists the scripts which hydrate a page, in the form in which the page passes them to the
 * reader's start.ts: without folder and extension, since they are beside that script and end in .js.
 * @param filesOf returns the files that chunks and modules of the reader need, below the base
 */
export function createChunks(filesOf: (chunks: string[]) => string[]): (content: Content) => string {
  const known = new Map<Content, string>();
  const write = (content: Content) => {
    const words = [PAGE_WORDS, ...(WITH_WORDS.includes(content) ? [MORE_WORDS] : [])];
    return filesOf(["app", ...words, ...(CHUNKS[content] ?? LISTS)])
      .map((file) => posix.basename(file, ".js"))
      .join(" ");
  };
  return (content) => {
    const chunks = known.get(content) ?? write(content);
    known.set(content, chunks);
    return chunks;
  };
}

/**
 * The reader's chunks and modules that must be on a device for stories, lists, the front page, indexes, the archive,
 * the library and search to work offline, with their menus, settings and tools. Other parts are stored when they are used.
 * @param language the language of the edition
 */
export function shellChunks(language: string): string[] {
  const stemmer = hasStem(language) ? [`node_modules/@orama/stemmers/dist/${primaryLanguage(language)}.js`] : [];
  const pages = ["app", PAGE_WORDS, MORE_WORDS, "story", "rare", "lists", "idle", "reading", "library", "search"];
  const tools = ["layout", "settings", "listen", "article", "offline", "sharing", "shortcuts"];
  return [...pages, ...tools, ...stemmer];
}
