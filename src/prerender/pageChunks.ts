import { posix } from "node:path";
import { catalogueOf } from "#reader/words/catalogueOf.ts";
import type { Page } from "./page.ts";

/** What stands in a document: a page of the edition, the search, what is on the device, the reader's own pages, the account, or nothing that has a script of its own. */
export type Content = Page["kind"] | "search" | "offline" | "library" | "account" | "nothing";

/** Where the reader has the pages of its routes, see its routes.tsx. */
const MODULES: Record<Exclude<Content, "nothing">, string> = {
  front: "FrontPage",
  article: "ArticlePage",
  list: "ListPage",
  index: "IndexPage",
  archive: "ArchivePage",
  search: "SearchPage",
  offline: "OfflinePage",
  library: "LibraryPage",
  account: "AccountPage",
};

/** The modules of a page and of what it brings along: the parts that rest at first (see the reader's restingPart.tsx), and words of its own. */
export function modulesOf(content: Exclude<Content, "nothing">, language: string): string[] {
  const page = `src/reader/pages/${MODULES[content]}.tsx`;
  switch (content) {
    case "article":
      return [page, ...["Hero", "StoryRest", "Strips"].map((part) => `src/reader/article/${part}.tsx`)];
    case "search":
    case "account":
      return [page, "src/reader/data/partWords.ts", `src/reader/words/${content}/${catalogueOf(language)}.ts`];
    default:
      return [page];
  }
}

/**
 * Gives the function that names the scripts by which a page comes to life, as the page tells them to the reader's start.ts:
 * they lie beside that and end in .js, so neither is said.
 * @param chunksOf the files that some of the reader's modules need, below the base
 * @param language of the edition
 */
export function createChunks(chunksOf: (modules: string[]) => string[], language: string): (content: Content) => string {
  const known = new Map<Content, string>();
  const write = (content: Content) => {
    const page = content === "nothing" ? [] : modulesOf(content, language);
    const modules = ["src/reader/main.tsx", `src/reader/words/${catalogueOf(language)}.ts`, ...page];
    return chunksOf(modules)
      .map((file) => posix.basename(file, ".js"))
      .join(" ");
  };
  return (content) => {
    const chunks = known.get(content) ?? write(content);
    known.set(content, chunks);
    return chunks;
  };
}
