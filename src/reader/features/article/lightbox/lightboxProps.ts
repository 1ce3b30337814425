import type { Article } from "#content/article.ts";
import type { Image } from "#content/image.ts";

export type LightboxProps = {
  article: Article;
  pictures: Image[];
  /** Which of the pictures is shown, from 0. */
  place: number;
  onTurn: (place: number) => void;
  onClose: () => void;
};
