import type { Notice } from "../query/notice.ts";
import type { DocumentSet } from "./documentSet.ts";
import type { Form } from "./family.ts";

/**
 * A part of a query after its words were looked up in the index.
 * words: any of the forms. phrase: for each position the forms that may be there;
 * `joined` are forms of the same written as one word. title: for each word its
 * sets. sets: any of the sets. range: documents by number.
 */
export type Resolved =
  | { type: "words"; text: string; forms: Form[] }
  | { type: "phrase"; text: string; quoted: boolean; places: Form[][]; joined: Form[] }
  | { type: "title"; words: DocumentSet[][] }
  | { type: "sets"; sets: DocumentSet[] }
  | { type: "range"; from: number; until: number }
  | { type: "all"; parts: Resolved[]; weight: number };

/** `optional`: so frequent that documents without it are as relevant. */
export type ResolvedClause = { excluded: boolean; optional: boolean; any: Resolved[] };

/** `corrected`: words that were replaced, as typed and as corrected. */
export type ResolvedQuery = { clauses: ResolvedClause[]; notices: Notice[]; corrected: { from: string; to: string }[] };

/** All sets that a part needs. */
export function setsOf(part: Resolved): DocumentSet[] {
  switch (part.type) {
    case "words":
      return part.forms.map(({ entry }) => entry);
    case "phrase":
      return [...part.places.flat(), ...part.joined].map(({ entry }) => entry);
    case "title":
      return part.words.flat();
    case "sets":
      return part.sets;
    case "range":
      return [];
    case "all":
      return part.parts.flatMap(setsOf);
  }
}

/** The words by which documents were found, for highlighting. */
export function foundWords(clauses: readonly ResolvedClause[]): string[] {
  const parts = clauses.filter(({ excluded }) => !excluded).flatMap(({ any }) => any);
  return [...new Set(parts.flatMap(wordsOf))];
}

function wordsOf(part: Resolved): string[] {
  switch (part.type) {
    case "words":
      return part.forms.map(({ word }) => word);
    case "phrase":
      return [...part.places.flat(), ...part.joined].map(({ word }) => word);
    case "all":
      return part.parts.flatMap(wordsOf);
    case "title":
    case "sets":
    case "range":
      return [];
  }
}
