import type { Block } from "#content/block.ts";

/** What the reader gives an id in every article, besides its headings. */
const GIVEN = /^(?:$|top$|main$|notes$|(?:p|image)-\d+$|note(?:ref)?-)/u;

/** Whether a fragment, without its "#", leads to a place in an article with this body. */
export function hasAnchor(fragment: string, body: Block[]): boolean {
  const id = decoded(fragment);
  return GIVEN.test(id) || id.startsWith(":~:") || headingsIn(body).includes(id);
}

/** The ids of all headings in a body. */
export function headingsIn(blocks: Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === "heading") return [block.id];
    if (block.type === "list") return block.items.flatMap(headingsIn);
    return block.type === "quote" || block.type === "note" ? headingsIn(block.children) : [];
  });
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
