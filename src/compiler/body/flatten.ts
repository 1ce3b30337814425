import type { Block } from "#content/block.ts";
import type { Inline } from "#content/inline.ts";
import { inlineText } from "#content/plainText.ts";
import { tidyInlines } from "./tidyInlines.ts";

/** Blocks as one line, for places that hold no blocks (a cell, a caption, a heading): every text is kept, parted by breaks. */
export function flatten(blocks: Block[]): Inline[] {
  return tidyInlines(between(blocks.map(line)));
}

function between(lines: Inline[][]): Inline[] {
  const joined: Inline[] = [];
  for (const inlines of lines) {
    if (inlines.length === 0) continue;
    if (joined.length > 0) joined.push({ type: "break" });
    for (const inline of inlines) joined.push(inline);
  }
  return joined;
}

function line(block: Block): Inline[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
    case "correction":
      return block.children;
    case "list":
      return between(block.items.map(flatten));
    case "quote":
      return between([flatten(block.children), block.attribution ?? []]);
    case "note":
      return flatten(block.children);
    case "figure":
      return words(block.image);
    case "gallery":
      return between(block.images.map(words));
    case "table":
      return between([
        block.caption ?? [],
        ...[...block.head, ...block.rows].map((row) => row.flatMap((cell) => [...cell.children, space])),
      ]);
    case "code":
      return [{ type: "code", text: block.text }];
    case "embed":
      return [{ type: "link", url: block.url, children: [{ type: "text", text: block.title ?? block.url }] }];
    case "pullQuote":
    case "unknown":
      return [{ type: "text", text: block.text }];
    case "divider":
      return [];
  }
}

const space: Inline = { type: "text", text: " " };

function words(image: { alt: string; caption?: Inline[] | undefined }): Inline[] {
  const caption = image.caption ?? [];
  if (inlineText(caption).trim() !== "") return caption;
  return image.alt === "" ? [] : [{ type: "text", text: image.alt }];
}
