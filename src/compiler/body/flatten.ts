import type { Block } from "#content/blocks/block.ts";
import type { Image } from "#content/image.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import { eachPart } from "#content/blocks/visitBlocks.ts";
import { tidyInlines } from "./tidyInlines.ts";

/** Blocks as inlines, for places that cannot hold blocks (a cell, a caption, a heading): all text is kept, separated by breaks. */
export function flatten(blocks: Block[]): Inline[] {
  return tidyInlines(joinWithBreaks(blocks.map(line)));
}

function joinWithBreaks(lines: Inline[][]): Inline[] {
  const joined: Inline[] = [];
  for (const inlines of lines) {
    if (inlines.length === 0) continue;
    if (joined.length > 0) joined.push({ type: "break" });
    for (const inline of inlines) joined.push(inline);
  }
  return joined;
}

function line(block: Block): Inline[] {
  if (block.type === "code") return joinWithBreaks(block.text.split("\n").map((text) => (text === "" ? [] : [{ type: "code", text }])));
  if (block.type === "formula") return [{ ...block, type: "math" }];
  if (block.type === "embed") return [{ type: "link", url: block.url, children: [{ type: "text", text: block.title ?? block.url }] }];
  return joinWithBreaks(eachPart(block, { line: (inlines) => inlines, image: words, blocks: flatten }));
}

function words({ alt, caption = [] }: Image): Inline[] {
  if (inlineText(caption).trim() !== "") return caption;
  return alt === "" ? [] : [{ type: "text", text: alt }];
}
