import type { Block } from "#content/block.ts";
import { inlineText } from "#content/plainText.ts";

/** A body without the headline, which some systems repeat above the text. */
export function withoutHeadline([first, ...rest]: Block[], headline: string | undefined): Block[] {
  if (first === undefined) return [];
  const repeats = first.type === "heading" && headline !== undefined && folded(inlineText(first.children)) === folded(headline);
  return repeats ? rest : [first, ...rest];
}

const folded = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();
