import type { Block } from "#content/blocks/block.ts";
import type { Comment } from "#content/comment.ts";
import type { Image } from "#content/image.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { type Changes, mapBlocks, mapImage, mapInlines } from "#content/blocks/mapBlocks.ts";
import { linksInStored } from "../state/lazyBody.ts";

/** Gives the new address of a link; undefined to remove the link and keep its text. */
type Change = (url: string) => string | undefined;

/** Changes every link in blocks, however deep. */
export function mapLinks(blocks: Block[], change: Change): Block[] {
  return mapBlocks(blocks, changesOf(change));
}

/** The addresses of the links in a body, in order. A body in a store is not read for them. */
export function linksOfBody(text: { body: Block[] }): string[] {
  const stored = linksInStored(text);
  if (stored) return stored;
  const links: string[] = [];
  mapLinks(text.body, (url) => (links.push(url), url));
  return links;
}

/** Changes every link in inlines. */
export function mapInlineLinks(inlines: Inline[], change: Change): Inline[] {
  return mapInlines(inlines, changesOf(change));
}

/** Changes every link in the caption of an image. */
export function mapImageLinks(image: Image, change: Change): Image {
  return mapImage(image, changesOf(change)) ?? image;
}

/** Changes every link in comments and their replies. */
export function mapCommentLinks(comments: Comment[], change: Change): Comment[] {
  return comments.map(({ body, replies, ...comment }) => ({
    ...comment,
    body: mapLinks(body, change),
    replies: mapCommentLinks(replies, change),
  }));
}

function changesOf(change: Change): Changes {
  const inline = (inline: Inline): Inline[] => {
    if (inline.type !== "link") return [inline];
    const url = change(inline.url);
    return url === undefined ? inline.children : [{ ...inline, url }];
  };
  return { inline, url: change };
}
