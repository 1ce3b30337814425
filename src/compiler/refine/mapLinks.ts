import type { Block, Cell } from "#content/block.ts";
import type { Image } from "#content/image.ts";
import type { Inline } from "#content/inline.ts";

/** Where a link leads now; undefined where it shall be none any more, and only its words stay. */
type Change = (url: string) => string | undefined;

/** Blocks with every link changed, wherever in them it stands. */
export function mapLinks(blocks: Block[], change: Change): Block[] {
  return blocks.map((block) => inBlock(block, change));
}

export function mapInlineLinks(inlines: Inline[], change: Change): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (!("children" in inline)) return [inline];
    const children = mapInlineLinks(inline.children, change);
    if (inline.type !== "link") return [{ ...inline, children }];
    const url = change(inline.url);
    return url === undefined ? children : [{ ...inline, url, children }];
  });
}

export function mapImageLinks(image: Image, change: Change): Image {
  return image.caption ? { ...image, caption: mapInlineLinks(image.caption, change) } : image;
}

function inBlock(block: Block, change: Change): Block {
  switch (block.type) {
    case "paragraph":
    case "heading":
    case "correction":
      return { ...block, children: mapInlineLinks(block.children, change) };
    case "list":
      return { ...block, items: block.items.map((item) => mapLinks(item, change)) };
    case "quote": {
      const { url: written, ...quote } = block;
      const url = written === undefined ? undefined : change(written);
      return {
        ...quote,
        children: mapLinks(block.children, change),
        ...(block.attribution && { attribution: mapInlineLinks(block.attribution, change) }),
        ...(url !== undefined && { url }),
      };
    }
    case "note":
      return { ...block, children: mapLinks(block.children, change) };
    case "figure":
      return { ...block, image: mapImageLinks(block.image, change) };
    case "gallery":
      return { ...block, images: block.images.map((image) => mapImageLinks(image, change)) };
    case "table": {
      const inRows = (rows: Cell[][]) =>
        rows.map((row) => row.map((cell) => ({ ...cell, children: mapInlineLinks(cell.children, change) })));
      return {
        ...block,
        head: inRows(block.head),
        rows: inRows(block.rows),
        ...(block.caption && { caption: mapInlineLinks(block.caption, change) }),
      };
    }
    case "pullQuote":
    case "code":
    case "divider":
    case "embed":
    case "unknown":
      return block;
  }
}
