import * as v from "valibot";

const schema = v.object({ found: v.array(v.string()) });

/** The state that a search hit passes to its story: the words that were found, as marks() and passage() take them. */
export const foundState = (words: readonly string[]): { found: readonly string[] } => ({ found: words });

/** The words by which the reader found the story of this history entry. Undefined if they came another way. */
export function foundWordsOf(state: unknown): ReadonlySet<string> | undefined {
  return v.is(schema, state) ? new Set(state.found) : undefined;
}
