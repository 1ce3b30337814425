import type { Article } from "../article.ts";
import type { Image } from "../image.ts";

/** A picture as a book holds it: a file of a kind that every reading system shows. */
export type BookPicture = { file: string; type: "image/jpeg" | "image/png" | "image/gif" | "image/svg+xml"; bytes: Uint8Array };

/** Stories that are bound together. The same book gives the same bytes. */
export type Book = {
  /** A name that no other book has, as a URI. */
  id: string;
  title: string;
  /** Whose it is: the name of the edition. */
  publisher: string;
  language: string;
  direction: "ltr" | "rtl";
  modified: Date;
  /** When it came out, as a day or a moment. */
  published?: string | undefined;
  /** Whether it is one of the issues of its publisher, which e-readers shelve together. */
  isIssue?: true;
  /** The heading of its table of contents. */
  contents: string;
  stories: readonly Article[];
  /** The part of the table of contents in which a story stands, with its neighbours of the same part: its section. */
  partOf?: (story: Article) => string | undefined;
  pictures: ReadonlyMap<Image["url"], BookPicture>;
  /** What stands for the book on a shelf: a picture of its own, or one of a story. */
  cover?: BookPicture | undefined;
  /** The path of a story in the site. */
  pathOf: (story: Article) => string;
  /** Makes an address of the site full. */
  resolve: (url: string) => string;
  /** Who wrote a story and when, in a line. */
  credit: (article: Article) => string;
};
