import { posix } from "node:path";
import type { PageKind } from "#content/pages/pages.ts";
import { hasStem, primaryLanguage } from "static-search/text/stem";

/** What stands in a document: a page of the edition, the search, what is on the device, the reader's own pages, the account, or nothing that has a script of its own. */
export type Content = PageKind | "search" | "offline" | "library" | "account" | "nothing";

/** The files of the reader that hydrate a page, besides that of every page, by the names that scripts/chunks.ts gives them. */
const CHUNKS: { [Each in Content]?: string[] } = {
  article: ["story"],
  posts: ["story", "live"],
  static: ["story", "page"],
  staff: ["lists", "page"],
  series: ["lists", "page"],
  versions: ["record"],
  corrections: ["record"],
  search: ["search"],
  offline: ["library"],
  library: ["library"],
  account: ["account"],
  nothing: [],
};

/** The pages of the paper that are no stories come in one file. */
const LISTS = ["lists"];

/** Pages that say more than the words of every page. */
const WITH_WORDS: Content[] = ["search", "library", "account", "versions", "corrections"];

/** The words of every page, and the other words: scripts that the site has of its own. */
export const PAGE_WORDS = "words";
export const MORE_WORDS = "more words";

/**
 * Gives the function that names the scripts that hydrate a page, as the page tells them to the reader's start.ts:
 * they lie beside that and end in .js, so neither is said.
 * @param filesOf the files that some of the reader's chunks and modules need, below the base
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
 * The reader's chunks and modules that must be on a device for a story, a list, the front page,
 * the indexes, the archive and the library to open without a connection, and to be searched. Other parts stay when they are used.
 * @param language of the edition
 */
export function shellChunks(language: string): string[] {
  const stemmer = hasStem(language) ? [`node_modules/@orama/stemmers/dist/${primaryLanguage(language)}.js`] : [];
  return ["app", PAGE_WORDS, MORE_WORDS, "story", "rare", "lists", "idle", "reading", "library", "search", ...stemmer];
}
