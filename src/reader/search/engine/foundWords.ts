import type { Resolved, ResolvedClause } from "./resolved.ts";

/** The words by which stories were found, for marking them. */
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
    case "headline":
    case "sets":
    case "range":
      return [];
  }
}
