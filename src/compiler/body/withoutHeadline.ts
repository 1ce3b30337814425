import type { Block } from "#content/blocks/block.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import { foldedText } from "../text/foldedText.ts";

/** A body without the headline, which some systems repeat above the text. */
export function withoutHeadline([first, ...rest]: Block[], headline: string | undefined): Block[] {
  if (first === undefined) return [];
  const repeats = first.type === "heading" && headline !== undefined && foldedText(inlineText(first.children)) === foldedText(headline);
  return repeats ? rest : [first, ...rest];
}
