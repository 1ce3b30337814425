import type { Episode } from "#content/recording.ts";

/** A text of a feed, and whether it is HTML. */
export type FeedText = { text: string; html: boolean };

/** A picture or a recording that comes with an item; `address` may be relative to the item's base. */
export type FeedMedia = {
  address: string;
  kind: "picture" | "audio" | "video";
  title?: string;
  credit?: string;
  alt?: string | undefined;
  width?: number;
};

/** The recording that an item is about, as podcasts have it. */
export type FeedEpisode = Omit<Episode, "kind" | "url"> & { address: string };

/** What one item says, whatever kind of feed it is in. Everything is as written. */
export type FeedItem = {
  id?: string | undefined;
  /** The item's own page. */
  link?: string | undefined;
  /** Other addresses of the same page, such as a guid that is one. */
  otherLinks: string[];
  title?: FeedText | undefined;
  summary?: FeedText | undefined;
  content?: FeedText | undefined;
  /** The first that can be read is taken. */
  published: string[];
  updated: string[];
  authors: string[];
  topics: string[];
  media: FeedMedia[];
  /** Of an item of a podcast. */
  episode?: FeedEpisode | undefined;
  /** What the item points to when it is about a page elsewhere. */
  about?: string | undefined;
  language?: string | undefined;
  /** What it is in an archive that Blogger wrote as a feed: "post", "page", "comment", "template" ... */
  kind?: string | undefined;
  /** What its fields say of when readers may see it, under their names in the file. */
  release?: Record<string, unknown> | undefined;
  /** Whether it says that it is not to be published yet (RFC 5023, 13.1.1). */
  isDraft?: boolean | undefined;
  /** From where relative addresses count. */
  base?: string | undefined;
  /** From where those in the text count, if not from `base`. */
  textBase?: string | undefined;
};

/** A feed and what it says of itself. */
export type Feed = {
  title?: FeedText | undefined;
  description?: FeedText | undefined;
  link?: string | undefined;
  language?: string | undefined;
  /** When the feed was written or last changed. */
  dates: string[];
  authors: string[];
  /** What it says of when readers may see any of its items. */
  release?: Record<string, unknown> | undefined;
  items: FeedItem[];
  /** Items in the file; those that hold nothing are not among `items`. */
  count: number;
  /** Why not all items could be read, as a full sentence; and the line from which on. */
  broken?: { message: string; line: number } | undefined;
};

export const plain = (text: string | undefined): FeedText | undefined => (text === undefined ? undefined : { text, html: false });

export const html = (text: string | undefined): FeedText | undefined => (text === undefined ? undefined : { text, html: true });

/** RSS does not say whether a text is HTML: it is when there are tags or character references in it. */
export const guessed = (text: string | undefined): FeedText | undefined =>
  text === undefined ? undefined : { text, html: /<\/?[a-z][\w:-]*(?:[\s/][^<>]*)?>|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/iu.test(text) };

/** A list without what is missing or empty. */
export const present = (list: (string | undefined)[]): string[] =>
  list.flatMap((text) => (text === undefined || text.trim() === "" ? [] : [text.trim()]));
