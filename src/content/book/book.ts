import type { Article } from "../article.ts";
import type { Image } from "../image.ts";

/** A picture in a book: a file of a type that every reading system supports. */
export type BookPicture = { file: string; type: "image/jpeg" | "image/png" | "image/gif" | "image/svg+xml"; bytes: Uint8Array };

/** Stories bound into a book. The same book always yields the same bytes. */
export type Book = {
  /** A globally unique URI. */
  id: string;
  title: string;
  /** The name of the edition. */
  publisher: string;
  language: string;
  direction: "ltr" | "rtl";
  modified: Date;
  /** When it was published: a date, or a date and time. */
  published?: string | undefined;
  /** Whether it is an issue of a series, which e-readers group together. */
  isIssue?: true;
  /** The heading of its table of contents. */
  contents: string;
  stories: readonly Article[];
  /** The heading in the table of contents under which neighbouring stories are grouped: their section. */
  partOf?: (story: Article) => string | undefined;
  pictures: ReadonlyMap<Image["url"], BookPicture>;
  /** The cover: a picture of its own, or one of a story. */
  cover?: BookPicture | undefined;
  /** The path of a story in the site. */
  pathOf: (story: Article) => string;
  /** Makes an address of the site absolute. */
  resolve: (url: string) => string;
  /** What stands in place of the rest of a closed story. */
  rest?: string;
  /** The byline and date of a story, on one line. */
  credit: (article: Article) => string;
};
