import type { Block, BlockType } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import type { Comment } from "#content/comment.ts";
import { mapBlocks } from "#content/blocks/mapBlocks.ts";
import { plainText } from "#content/blocks/plainText.ts";
import type { PictureResult } from "../body/bodyContext.ts";
import { oneLine } from "../text/cleanText.ts";

/** A comment as archives hold it: in a flat list, with the id of the comment it answers. */
export type WrittenComment = Omit<Comment, "replies"> & { parent?: string | undefined };

/**
 * Nests comments below those they answer. One that answers none of those before it stays at the top level, so that
 * none is lost, whatever an archive says about them.
 * @param written in chronological order
 * @returns undefined if there are none
 */
export function threaded(written: WrittenComment[]): Comment[] | undefined {
  const known = new Map<string, Comment>();
  const first: Comment[] = [];
  for (const { parent, ...own } of written) {
    const comment = { ...own, replies: [] };
    (known.get(parent ?? "")?.replies ?? first).push(comment);
    known.set(comment.id, comment);
  }
  return first.length === 0 ? undefined : first;
}

const KEPT = new Set<BlockType>(["paragraph", "list", "quote", "code", "divider"]);

/**
 * The text of a comment as paragraphs, lists, quotations, code and dividers; any other block is reduced to its words. Email addresses
 * are masked: a comment of years ago gives one to its few readers, not to everybody for good.
 */
export function commentBody(blocks: Block[]): Block[] {
  const plain = mapBlocks(blocks, {
    block: (block) => {
      if (!KEPT.has(block.type)) return { type: "paragraph", children: [{ type: "text", text: masked(wordsOf(block)) }] };
      return block.type === "code" ? { ...block, text: masked(block.text) } : block;
    },
    inline: (inline) => (inline.type === "noteRef" ? [] : withoutAddress(inline)),
    url: (url) => (masked(url) === url ? url : undefined),
  });
  return plain.filter((block) => block.type === "divider" || plainText([block]) !== "");
}

function withoutAddress(inline: Inline): Inline[] {
  if (inline.type === "text" || inline.type === "code") return [{ ...inline, text: masked(inline.text) }];
  return inline.type === "link" && masked(inline.url) !== inline.url ? inline.children : [inline];
}

/** A name on a social network (@jane@example.social) is not an address, nor is a path (medium.com/@jane). */
const masked = (text: string): string => text.replace(ADDRESS, "…@…");

const ADDRESS = /(?<![^\s<>()[\]{}"'“”‘’«»,;:/?&=|])[^\s<>()[\]{}"'“”‘’«»,;:/?&=|@]+(?:@|%40)(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}]{2,}/giu;

const wordsOf = (block: Block): string => plainText([block]) || ("url" in block && block.url) || "";

/** The name of a comment's author; undefined if it is an email address. */
export function commentAuthor(name: string): string | undefined {
  const line = oneLine(name);
  return line === "" || /\S@\S/u.test(line) ? undefined : line;
}

/** Comments show no pictures: most of those that readers once linked to are gone. */
export const noPicture = (): PictureResult => ({ reason: "is in a comment, where none is shown" });
