import type { Block } from "#content/blocks/block.ts";
import type { Comment } from "#content/comment.ts";
import type { Image } from "#content/image.ts";
import type { Direction, Inline } from "#content/blocks/inline.ts";
import type { Episode } from "#content/recording.ts";
import type { PageType } from "#content/pages/staticPage.ts";
import type { Moment } from "./release/moment.ts";
import type { Release } from "./release/release.ts";

/** A name as a source gives it: with or without an address of its own. */
export type DraftRef = { name: string; slug?: string | undefined };

/** An author as a source gives it. Without `kind`, refining looks among the edition's desks. */
export type DraftAuthor = DraftRef & { kind?: "person" | "desk" | undefined };

/** What a page of the paper says besides the fields of a story. */
export type PageFields = {
  type?: PageType | undefined;
  /** Whether its headings are listed above its text. */
  contents?: boolean | undefined;
  /** Whether the search of the paper finds it; it does where nothing is said. */
  search?: boolean | undefined;
  /** Whether it stands in the menu, or the name by which it stands there. */
  menu?: boolean | string | undefined;
  /** Its place among the pages of the menu: the lowest comes first. */
  weight?: number | undefined;
};

/** When readers may see the posts of this id in the body of a live blog. */
export type PostRelease = { id: string } & Release;

/**
 * What a source read, before it is refined into an article. Only `file` is
 * certain; dates are still as written.
 */
export type Draft = {
  /** The input file, relative to the content folder. */
  file: string;
  /** Where in the file it stands, for an archive of many: "item 12". */
  place?: string | undefined;
  id?: string | undefined;
  slug?: string | undefined;
  headline?: string | undefined;
  standfirst?: string | undefined;
  body: Block[];
  section?: DraftRef | undefined;
  authors: DraftAuthor[];
  datePublished?: string | undefined;
  dateModified?: string | undefined;
  dateline?: string | undefined;
  topics: DraftRef[];
  places: DraftRef[];
  image?: Image | undefined;
  audio?: Episode | undefined;
  /** It is a live blog: when its coverage begins and ends, as written, or whether it has ended. */
  liveBlog?: { began?: string | undefined; ended?: string | true | undefined } | undefined;
  /** Of a live blog: which posts of its body are not for readers at all times. */
  postReleases?: PostRelease[] | undefined;
  /** It is a post of the live blog in this file. */
  postOf?: string | undefined;
  /** Of a post: whether it tells a key event. */
  key?: boolean | undefined;
  /** Of a post: whether it stays above the others. */
  pinned?: boolean | undefined;
  inLanguage?: string | undefined;
  /** What it is a translation of, as the file names it: by slug, id or file. */
  translationOf?: string | undefined;
  /** Drafts with the same are one story in several languages. */
  translationKey?: string | undefined;
  direction?: Direction | undefined;
  genre?: string | undefined;
  series?: (DraftRef & { part?: number | undefined }) | undefined;
  urgency?: number | undefined;
  corrections: { date?: string | undefined; children: Inline[] }[];
  citations: { title: string; url?: string | undefined }[];
  /** Where it is discussed. */
  discussion?: string | undefined;
  /** What readers wrote below it. */
  comments?: Comment[] | undefined;
  url?: string | undefined;
  oldUrls: string[];
  /** Written but not to be published: why, as a full sentence for the report. */
  held?: string | undefined;
  /** When it comes out or goes, besides its date of publication. */
  moments?: Moment[] | undefined;
  /** What it is marked with where it is shown to those who make the paper, and to no reader: "Draft". */
  mark?: string | undefined;
  /** It is a page of the paper, and no story. */
  page?: PageFields | undefined;
};
