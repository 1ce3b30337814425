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

/** The recording that an item is about, as in podcasts. */
export type FeedEpisode = Omit<Episode, "kind" | "url"> & { address: string };

/** An item, whatever kind of feed it is in. All values are as written. */
export type FeedItem = {
  /** Its place in the XML, from 0. */
  number?: string | undefined;
  id?: string | undefined;
  /** The item's own page. */
  link?: string | undefined;
  /** Other addresses of the same page, such as a guid that is one. */
  otherLinks: string[];
  title?: FeedText | undefined;
  summary?: FeedText | undefined;
  content?: FeedText | undefined;
  /** In order of preference: the first that can be read is taken. */
  published: string[];
  updated: string[];
  authors: string[];
  topics: string[];
  media: FeedMedia[];
  /** For items of a podcast. */
  episode?: FeedEpisode | undefined;
  /** The page on another site that the item is about. */
  about?: string | undefined;
  language?: string | undefined;
  /** Its kind in an archive that Blogger wrote as a feed: "post", "page", "comment", "template" ... */
  kind?: string | undefined;
  /** What its fields say about when readers may see it, under their names in the file. */
  release?: Record<string, unknown> | undefined;
  /** What relative addresses are resolved against. */
  base?: string | undefined;
  /** What those in the text are resolved against, if not `base`. */
  textBase?: string | undefined;
};

/** A feed and what it says about itself. */
export type Feed = {
  title?: FeedText | undefined;
  description?: FeedText | undefined;
  link?: string | undefined;
  language?: string | undefined;
  /** When the feed was written or last changed. */
  dates: string[];
  authors: string[];
  /** What it says about when readers may see any of its items. */
  release?: Record<string, unknown> | undefined;
  items: FeedItem[];
  /** The number of items in the file, including those that cannot be read, which `items` leaves out. */
  count: number;
  /** Why some items could not be read, as a full sentence, and the line after which reading stopped. */
  broken?: { message: string; line: number } | undefined;
};

export const plain = (text: string | undefined): FeedText | undefined => (text === undefined ? undefined : { text, html: false });

export const html = (text: string | undefined): FeedText | undefined => (text === undefined ? undefined : { text, html: true });

/** RSS does not say whether a text is HTML: one with tags or character references is taken as HTML. */
export const guessFormat = (text: string | undefined): FeedText | undefined =>
  text === undefined ? undefined : { text, html: /<\/?[a-z][\w:-]*(?:[\s/][^<>]*)?>|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/iu.test(text) };

/** The list without texts that are missing or empty. */
export const withoutEmpty = (list: (string | undefined)[]): string[] =>
  list.flatMap((text) => (text === undefined || text.trim() === "" ? [] : [text.trim()]));
