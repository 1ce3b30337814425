import type { Article } from "./article.ts";
import type { Image } from "./image.ts";
import { visitArticle } from "./visitBlocks.ts";

/** The pictures of a story in the order of reading, the lead image first. Their numbers count from 1: #image-2 is the second. */
export function picturesOf(article: Article): Image[] {
  const images: Image[] = [];
  visitArticle(article, { image: (image) => void images.push(image) });
  return images;
}
