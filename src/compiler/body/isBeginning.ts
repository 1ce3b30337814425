import type { Block } from "#content/blocks/block.ts";
import { plainText } from "#content/blocks/plainText.ts";

/** Whether a summary only repeats how a text begins: programs make one from the first words and an ellipsis, or from the whole text. */
export function isBeginning(summary: string, blocks: Block[]): boolean {
  const text = letters(plainText(blocks));
  const start = letters(summary.replace(/\s*(?:\[?(?:…|\.\.\.)\]?|\[&hellip;\]|(?:Read more|Continue reading).*)\s*$/iu, ""));
  return start === "" || text.startsWith(start);
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
