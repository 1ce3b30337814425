import type { Article } from "./article.ts";
import type { Block } from "./blocks/block.ts";
import type { Image } from "./image.ts";
import { visitArticle } from "./blocks/visitBlocks.ts";

/**
 * The pictures of a story in the order in which a page shows them: the lead image
 * first and those in footnotes last, wherever a footnote is in the body. They are
 * numbered from 1: #image-2 is the second.
 */
export function picturesOf({ image, body, corrections }: Pick<Article, "image" | "body" | "corrections">): Image[] {
  const images: Image[] = [];
  const isNote = ({ type }: Block) => type === "note";
  const asShown = [...body.filter((block) => !isNote(block)), ...body.filter(isNote)];
  visitArticle({ image, body: asShown, corrections }, { image: (found) => void images.push(found) });
  return images;
}
