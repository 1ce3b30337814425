import type { Block } from "#content/block.ts";
import type { Image } from "#content/image.ts";
import type { Direction, Inline } from "#content/inline.ts";

/** A name as a source gives it: with or without an address of its own. */
export type DraftRef = { name: string; slug?: string };

/** An author as a source gives it. Without `kind`, refining looks among the edition's desks. */
export type DraftAuthor = DraftRef & { kind?: "person" | "desk" };

/**
 * What a source read, before it is refined into an article. Only `file` is
 * certain; dates are still as written.
 */
export type Draft = {
  /** The input file, relative to the content folder. */
  file: string;
  id?: string;
  slug?: string;
  headline?: string;
  standfirst?: string;
  body: Block[];
  section?: DraftRef;
  authors: DraftAuthor[];
  datePublished?: string;
  dateModified?: string;
  dateline?: string;
  topics: DraftRef[];
  places: DraftRef[];
  image?: Image;
  inLanguage?: string;
  direction?: Direction;
  genre?: string;
  urgency?: number;
  corrections: { date?: string; children: Inline[] }[];
  citations: { title: string; url?: string }[];
  url?: string;
  oldUrls: string[];
  /** Written but not to be published: why, as a full sentence for the report. */
  held?: string;
};
