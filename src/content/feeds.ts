import { FEED_FORMATS, type FeedFormat, type FeedKind } from "./paths.ts";

/** How many stories a topic, place, author or thread needs to have a feed: most are smaller, and hardly anybody follows those. */
export const LEAST_WITH_FEED = 4;

/** The lists whose feed has one format. */
export const ONE_FORMAT: FeedKind[] = ["topic", "place", "section", "author", "thread", "article"];

/** Whether a list has a feed. @param count the number of its stories */
export const hasFeed = (kind: FeedKind, count: number): boolean =>
  count >= LEAST_WITH_FEED || !["topic", "place", "author", "thread"].includes(kind);

/** The formats in which a list has a feed: the edition in all, others in the one that every feed reader reads. */
export const feedFormats = (kind: FeedKind): FeedFormat[] => (ONE_FORMAT.includes(kind) ? ["rss"] : FEED_FORMATS);
