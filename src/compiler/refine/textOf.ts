import type { Block } from "#content/block.ts";
import type { Identified } from "./ids.ts";
import { mapLinks } from "./mapLinks.ts";
import { readingMinutes } from "./readingMinutes.ts";
import { standfirst } from "./standfirst.ts";

/** A body with what is told from it. `own` says that it is the draft's, but for where links lead; `standfirst` is made where the draft has none. */
export type Text = { blocks: Block[]; own: boolean; standfirst: string | undefined; readingMinutes: number };

/**
 * What becomes of a draft's body.
 * @param atEnd blocks that are added to it
 */
export function textOf(draft: Identified, atEnd: Block[], inLanguage: string, change: (url: string) => string): Text {
  const blocks = mapLinks([...draft.body, ...atEnd], (url) => change(url) || undefined);
  return {
    blocks,
    own: atEnd.length === 0,
    standfirst: draft.standfirst === undefined ? (standfirst(blocks, inLanguage) ?? "") : undefined,
    readingMinutes: readingMinutes(blocks),
  };
}
