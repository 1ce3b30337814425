import type { Article } from "./article.ts";
import type { Block } from "./block.ts";
import type { Image } from "./image.ts";

/** The pictures of a story in the order of reading, the lead image first. Their numbers count from 1: #image-2 is the second. */
export function picturesOf({ image, body }: Article): Image[] {
  return [...(image ? [image] : []), ...body.flatMap(picturesIn)];
}

function picturesIn(block: Block): Image[] {
  switch (block.type) {
    case "figure":
      return [block.image];
    case "gallery":
      return block.images;
    case "list":
      return block.items.flat().flatMap(picturesIn);
    case "quote":
      return block.children.flatMap(picturesIn);
    default:
      return [];
  }
}
