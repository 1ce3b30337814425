import type { Edition } from "./edition.ts";

/** The kinds of pages that a paper is made of. */
export type PageKind = "front" | "article" | "list" | "index" | "archive";

/**
 * What of an edition a kind of page shows. The rest is not even given to the
 * page: so it cannot show what it would not be printed anew for.
 */
export function shownOn(kind: PageKind, edition: Edition): Edition {
  if (kind === "front") return edition;
  return kind === "article" ? { ...edition, date: undefined, trending: [] } : { ...edition, trending: [] };
}

/** What the HTML of a kind of page depends on besides the page and the built reader, as a text. */
export function dependsOn(kind: PageKind, edition: Edition): string {
  return JSON.stringify(shownOn(kind, edition));
}

/** The name of the meta element by which the HTML of a page says what it was made of: the start of the SHA-256 of `madeOf`, in base64. */
export const MADE_OF_META = "broadsheet-made-of";

/** So many characters of a hash tell two versions of a page apart. */
export const MADE_OF_LENGTH = 16;

/**
 * All that the HTML of a page shows, as a text.
 * @param json the text of the page's own file
 * @param paper what it depends on besides, see dependsOn
 */
export function madeOf(json: string, paper: string): string {
  return `${json}\n${paper}`;
}
