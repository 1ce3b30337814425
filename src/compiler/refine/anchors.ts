import { decoded } from "#content/decoded.ts";
import type { Block } from "#content/blocks/block.ts";
import { visitBlocks } from "#content/blocks/visitBlocks.ts";

/** The ids that the reader app sets in every article, besides those of headings. */
const GIVEN = /^(?:$|top$|main$|notes$|(?:p|image)-\d+$|note(?:ref)?-)/u;

/** Whether a fragment, without its "#", leads to a place in an article with this body. */
export function hasAnchor(fragment: string, body: Block[]): boolean {
  const id = decoded(fragment);
  return GIVEN.test(id) || id.startsWith(":~:") || headingsIn(body).includes(id);
}

/** The ids of all headings in a body. */
export function headingsIn(blocks: Block[]): string[] {
  const ids: string[] = [];
  visitBlocks(blocks, { block: (block) => void (block.type === "heading" && ids.push(block.id)) });
  return ids;
}
