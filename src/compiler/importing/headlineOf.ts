import type { Block } from "#content/block.ts";
import { shortened, standfirst } from "../refine/standfirst.ts";

/** UTF-16 units. */
const LONGEST = 80;

/** The first words of a text, for one that has no headline: many short posts have none. */
export function headlineOf(body: Block[], language: string): string | undefined {
  const first = standfirst(body, language);
  return first === undefined || first.length <= LONGEST ? first : shortened(first, language, LONGEST);
}
