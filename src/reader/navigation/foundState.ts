import * as v from "valibot";

const schema = v.object({ found: v.array(v.string()) });

/** What a hit gives the story that it leads to: the words that were found, as marks() and passage() take them. The history keeps it with the entry. */
export const foundState = (words: readonly string[]): { found: readonly string[] } => ({ found: words });

/** The words by which the reader found the story of this entry. Undefined where they came another way. */
export function foundWordsOf(state: unknown): ReadonlySet<string> | undefined {
  return v.is(schema, state) ? new Set(state.found) : undefined;
}
