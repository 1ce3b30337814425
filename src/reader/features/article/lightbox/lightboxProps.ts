import type { Article } from "#content/article.ts";
import type { Image } from "#content/image.ts";

export type LightboxProps = {
  article: Article;
  pictures: Image[];
  /** The index of the picture shown. */
  place: number;
  onTurn: (place: number) => void;
  onClose: () => void;
};
