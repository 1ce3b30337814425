import { eachToken } from "../text/tokens.ts";
import type { Notice } from "./notice.ts";

/** A word of a query in the form of the index; `stripped` is an Arabic word without its article. */
export type QueryToken = { term: string; stripped?: string | undefined };

/**
 * A condition that a document can meet.
 * word: a form of the word; with `prefix` also any word that begins with it.
 * phrase: these words one after another; not `quoted` if there was only no space
 * between them ("covid-19", a run of Chinese): other forms of the last word then match too.
 * title: all of these words in the title.
 * facet: a value of a facet with this name.
 * dates: a day YYYY-MM-DD from `from` on and before `until`.
 * all: all of these, for a synonym of several words.
 */
export type Item =
  | { type: "word"; text: string; token: QueryToken; prefix: boolean }
  | { type: "phrase"; text: string; tokens: QueryToken[]; quoted: boolean }
  | { type: "title"; text: string; tokens: QueryToken[] }
  | { type: "facet"; facet: string; text: string; prefix: boolean }
  | { type: "language"; tag: string }
  | { type: "dates"; from?: string | undefined; until?: string | undefined }
  | { type: "all"; items: Item[]; weight: number };

/** A document must meet one of `any`, or if `excluded` none of them. */
export type Clause = { excluded: boolean; any: Item[] };

/** A document is found if it meets every clause. `notices` state what was not understood. */
export type Query = { clauses: Clause[]; notices: Notice[] };

/** The words of a part of a query. `single` is true for one character of a script without spaces, which can only begin a pair. */
export function queryTokens(text: string): { tokens: QueryToken[]; single: boolean } {
  const tokens: QueryToken[] = [];
  let single = false;
  let pairUpTo = -1;
  eachToken(text, (term, start, end, _position, kind) => {
    const last = tokens.at(-1);
    if (kind === "stripped" && last) last.stripped = term;
    else if (kind === "last") {
      // The last character of a run is part of the pair before it, unless it is the only one.
      if (pairUpTo === start) return;
      tokens.push({ term });
      single = true;
    } else {
      tokens.push({ term });
      if (kind === "pair") pairUpTo = end - lengthOfLast(text, end);
    }
  });
  return { tokens, single: single && tokens.length === 1 };
}

function lengthOfLast(text: string, end: number): number {
  const unit = text.charCodeAt(end - 1);
  return unit >= 0xdc00 && unit < 0xe000 ? 2 : 1;
}
