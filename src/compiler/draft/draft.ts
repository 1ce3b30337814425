import type { Block } from "#content/blocks/block.ts";
import type { Comment } from "#content/comment.ts";
import type { ItemValue } from "#content/collection.ts";
import type { Image } from "#content/image.ts";
import type { Direction, Inline } from "#content/blocks/inline.ts";
import type { Ai, Kind, Sponsor } from "#content/labels.ts";
import type { Episode } from "#content/recording.ts";
import type { PageType } from "#content/pages/staticPage.ts";
import type { Moment } from "./release/moment.ts";
import type { Release } from "./release/release.ts";

/** A name as a source gives it, with or without a slug. */
export type DraftRef = { name: string; slug?: string | undefined };

/** An author as a source gives it. Without `kind`, the refine step looks among the edition's desks. */
export type DraftAuthor = DraftRef & { kind?: "person" | "desk" | undefined };

/** The fields that a static page has besides those of a story. */
export type PageFields = {
  type?: PageType | undefined;
  /** Whether it has a table of contents above its text. */
  contents?: boolean | undefined;
  /** Whether the paper's search finds it; true by default. */
  search?: boolean | undefined;
  /** Whether it is in the menu, or its name there. */
  menu?: boolean | string | undefined;
  /** Its position among the pages of the menu: the lowest comes first. */
  weight?: number | undefined;
  /** Set for an item of a collection: the collection's folder, and the values of its properties. */
  item?: { collection: string; values: Readonly<Record<string, ItemValue>> } | undefined;
};

/** When readers may see the post with this id in the body of a live blog. */
export type PostRelease = { id: string } & Release;

/**
 * What a source read, before it is refined into an article. Only `file` is
 * certain; dates are still as written.
 */
export type Draft = {
  /** The input file, relative to the content folder. */
  file: string;
  /** Where it is in the file, if the file holds many stories: "item 12". */
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
  /** Set for a live blog: when its coverage begins and ends, as written; `ended` is true if only that it has ended is known. */
  liveBlog?: { began?: string | undefined; ended?: string | true | undefined } | undefined;
  /** Of a live blog: the posts of its body that are kept back or have moments of their own. */
  postReleases?: PostRelease[] | undefined;
  /** Set for a post: the file of its live blog. */
  postOf?: string | undefined;
  /** Of a post: whether it reports a key event. */
  key?: boolean | undefined;
  /** Of a post: whether it is pinned above the others. */
  pinned?: boolean | undefined;
  inLanguage?: string | undefined;
  /** The original that it translates, as the file names it: by slug, id or file. */
  translationOf?: string | undefined;
  /** Drafts with the same key are translations of one story. */
  translationKey?: string | undefined;
  direction?: Direction | undefined;
  /** Set for an advertisement, even if nobody is named. */
  sponsor?: Omit<Sponsor, "label"> | undefined;
  ai?: Omit<Ai, "label"> | undefined;
  kind?: Kind | undefined;
  genre?: string | undefined;
  series?: (DraftRef & { part?: number | undefined }) | undefined;
  urgency?: number | undefined;
  corrections: { date?: string | undefined; children: Inline[] }[];
  citations: { title: string; url?: string | undefined }[];
  /** Where it is discussed. */
  discussion?: string | undefined;
  /** Readers' comments. */
  comments?: Comment[] | undefined;
  url?: string | undefined;
  oldUrls: string[];
  /** Why it must not be published, as a full sentence for the report. */
  held?: string | undefined;
  /** With `held`: the tier of members for whom it is, if that is the only reason, see release.ts. */
  tier?: string | undefined;
  /** Of an item of an archive: why there is nothing of it to publish, as a full sentence: it has no text. */
  empty?: string | undefined;
  /** When it is published, released from embargo or expires, besides its date of publication. */
  moments?: Moment[] | undefined;
  /** The label that it has in a preview, which readers never see: "Draft". */
  mark?: string | undefined;
  /** Set for a static page, which is not a story. */
  page?: PageFields | undefined;
};
