import type { Edition } from "../edition/edition.ts";
import type { PageKind } from "./pages.ts";

/**
 * The part of an edition that a kind of page shows. The page is not given the
 * rest, and so cannot show anything that it would not be rendered again for.
 */
export function shownOn(kind: PageKind, edition: Edition): Edition {
  // A new day renders the front page again, and no other.
  return kind === "front" ? edition : { ...edition, date: undefined, trending: [], languages: undefined, texts: undefined };
}

/** Whether a page shows a story or a part of one: such pages open from the device as they were last read. */
export const isOfStory = (kind: PageKind): boolean => kind === "article" || kind === "posts";

/** What the HTML of a kind of page depends on besides the page and the built reader, as text. */
export function dependsOn(kind: PageKind, edition: Edition): string {
  return JSON.stringify(shownOn(kind, edition));
}

/** The name of the meta element that identifies what the HTML of a page was made of: the start of the SHA-256 of `madeOf`, in base64. */
export const MADE_OF_META = "broadsheet-made-of";

/** How many characters of the hash are kept: enough to tell two versions of a page apart. */
export const MADE_OF_LENGTH = 16;

/**
 * Everything that the HTML of a page shows, as text.
 * @param json the text of the page's own file
 * @param paper what else it depends on, see dependsOn
 */
export function madeOf(json: string, paper: string): string {
  return `${json}\n${paper}`;
}
