/** A story in an archive of a system, with one field that decides whether readers may see it. */
export type Row = {
  /** The rows of one system are imported together. */
  system: string;
  /** The field as the report names it. */
  field: string;
  value: unknown;
  /** What the report of a build calls the field, if the import writes its moment under another name. */
  writtenAs?: "date" | "publishDate" | "embargo" | "expires";
  /** Whether readers may see the story all the same. */
  isPublic?: true;
  /**
   * The files of an archive with one story.
   * @param word stands in all that the story has of its own: headline, text, topics, and whatever needs to be unique
   */
  make: (word: string) => Record<string, string>;
};
