import type { Article } from "#content/article.ts";
import type { Image } from "#content/image.ts";

/** A picture as a book holds it: a file of a kind that every reading system shows. */
export type BookPicture = { file: string; type: "image/jpeg" | "image/png"; bytes: Uint8Array };

/** Stories that are bound together. */
export type Book = {
  /** A name that no other book has, as a URI. */
  id: string;
  title: string;
  /** Whose it is: the name of the edition. */
  publisher: string;
  language: string;
  direction: "ltr" | "rtl";
  modified: Date;
  contents: string;
  stories: readonly Article[];
  pictures: ReadonlyMap<Image["url"], BookPicture>;
  /** A PNG that stands for the book on a shelf: the paper's icon. */
  cover?: Uint8Array | undefined;
  /** The path of a story in the site. */
  pathOf: (story: Article) => string;
  /** Makes an address of the site full. */
  resolve: (url: string) => string;
  /** Who wrote a story and when, in a line. */
  credit: (article: Article) => string;
};
