import type { Block } from "./block.ts";
import type { Inline } from "./inline.ts";

/** The words of inlines, without marks. A break is a space; a note reference has no words. */
export function inlineText(inlines: Inline[]): string {
  return inlines.map(textOfInline).join("");
}

function textOfInline(inline: Inline): string {
  switch (inline.type) {
    case "text":
    case "code":
      return inline.text;
    case "break":
      return " ";
    case "noteRef":
      return "";
    case "strong":
    case "emphasis":
    case "sub":
    case "sup":
    case "mark":
    case "link":
    case "lang":
      return inlineText(inline.children);
  }
}

/** The words a reader reads in a body, a line a block, in order. A pull quote repeats the text and is left out. */
export function plainText(blocks: Block[]): string {
  return blocks.map(textOfBlock).filter(Boolean).join("\n");
}

function textOfBlock(block: Block): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
    case "correction":
      return inlineText(block.children);
    case "list":
      return block.items.map(plainText).join("\n");
    case "quote":
      return [plainText(block.children), inlineText(block.attribution ?? [])].filter(Boolean).join("\n");
    case "note":
      return plainText(block.children);
    case "figure":
      return inlineText(block.image.caption ?? []);
    case "gallery":
      return block.images
        .map((image) => inlineText(image.caption ?? []))
        .filter(Boolean)
        .join("\n");
    case "table":
      return [
        inlineText(block.caption ?? []),
        ...[...block.head, ...block.rows].map((row) => row.map((cell) => inlineText(cell.children)).join(" ")),
      ]
        .filter(Boolean)
        .join("\n");
    case "code":
    case "unknown":
      return block.text;
    case "embed":
      return block.title ?? "";
    case "divider":
    case "pullQuote":
      return "";
  }
}
