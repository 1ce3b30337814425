import type { Block } from "#content/blocks/block.ts";
import { inlineText } from "#content/blocks/plainText.ts";

/** Where a story was written, unless its text begins with a dateline, as agency copy does: "OSLO, Norway (TCA) -- After". */
export function datelineOf(located: string | undefined, body: Block[]): string | undefined {
  const first = body.find((block) => block.type === "paragraph");
  const start = first?.type === "paragraph" ? inlineText(first.children).trimStart() : "";
  return /^\p{Lu}[\p{Lu}\p{M}' .-]{2,40}(?:[,/(][^–—]{0,70}?)?\s*(?:--|–|—|\s-)\s/u.test(start) ? undefined : located;
}
