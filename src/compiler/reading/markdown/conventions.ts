import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import { tidyInlines } from "../../body/tidyInlines.ts";

/** Markdown has no syntax for table captions: a paragraph "Table: caption" before a table becomes its caption. */
export function tableCaptions(blocks: Block[]): Block[] {
  return blocks.flatMap((block, index) => {
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    if (block.type === "paragraph" && captionIn(block) && after?.type === "table" && !after.caption) return [];
    const caption = block.type === "table" && !block.caption && before?.type === "paragraph" ? captionIn(before) : undefined;
    return [block.type === "table" && caption ? { ...block, caption } : block];
  });
}

const SIGN = /^Table: +/u;

function captionIn({ children: [first, ...rest] }: Extract<Block, { type: "paragraph" }>): Inline[] | undefined {
  if (first?.type !== "text" || !SIGN.test(first.text)) return undefined;
  const caption = tidyInlines([{ type: "text", text: first.text.replace(SIGN, "") }, ...rest]);
  return caption.length === 0 ? undefined : caption;
}

/** A first heading that repeats the headline is removed from the text; without a headline, it becomes the headline. */
export function takeHeadline(blocks: Block[], headline: string | undefined): { headline?: string | undefined; body: Block[] } {
  const [first, ...rest] = blocks;
  if (first?.type !== "heading" || first.level !== 2) return { headline, body: blocks };
  const words = inlineText(first.children).trim();
  return headline === undefined || headline === words ? { headline: words, body: rest } : { headline, body: blocks };
}
