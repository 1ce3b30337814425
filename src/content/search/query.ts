import type { SubjectKind } from "../teaser.ts";
import type { Notice } from "./notice.ts";

/** A word of a query as the index spells it; `stripped` is an Arabic word without its article. */
export type QueryToken = { term: string; stripped?: string | undefined };

/**
 * One thing that a story can have.
 * word: a form of the word; with `prefix` also any word that goes on from it.
 * phrase: these words one after another; not `quoted` when the reader only left
 * no space ("covid-19", a run of Chinese), and other forms of the last word will do.
 * headline: all of these words in the headline.
 * dates: a day YYYY-MM-DD from `from` on and before `until`.
 * all: all of these, for a synonym of several words.
 */
export type Item =
  | { type: "word"; text: string; token: QueryToken; prefix: boolean }
  | { type: "phrase"; text: string; tokens: QueryToken[]; quoted: boolean }
  | { type: "headline"; text: string; tokens: QueryToken[] }
  | { type: "subject"; kind: SubjectKind; text: string; prefix: boolean }
  | { type: "language"; tag: string }
  | { type: "dates"; from?: string | undefined; until?: string | undefined }
  | { type: "all"; items: Item[]; weight: number };

/** A story must have one of `any`, or when `excluded` none of them. */
export type Clause = { excluded: boolean; any: Item[] };

/** A story is found when it meets every clause. `notices` say what was not understood. */
export type Query = { clauses: Clause[]; notices: Notice[] };
