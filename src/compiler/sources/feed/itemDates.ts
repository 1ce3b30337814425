import { instantOf } from "../../draft/instantOf.ts";
import type { Feed, FeedItem } from "./feedItem.ts";

type Warn = (message: string, severity?: "warning" | "notice") => void;

/**
 * When an item was published: by the first of its dates that can be read.
 * One without a date has that of the feed, since it came out no later, and is
 * reported; without that either it is left without, and will be skipped.
 */
export function itemDates(item: FeedItem, feed: Feed, timeZone: string, warn: Warn): { datePublished?: string; dateModified?: string } {
  const published = first(item.published, timeZone);
  const modified = first(item.updated, timeZone);
  if (published !== undefined)
    return { datePublished: published, ...(modified !== undefined && modified !== published && { dateModified: modified }) };
  const ofFeed = first(feed.dates, timeZone);
  const [written] = item.published;
  if (ofFeed !== undefined) {
    const why = written === undefined ? "The item has no date" : `The item's date "${written.slice(0, 60)}" cannot be read`;
    warn(`${why}; it was given that of the feed, ${ofFeed}.`);
    return { datePublished: ofFeed };
  }
  return written === undefined ? {} : { datePublished: written };
}

/** As written: refining makes instants of dates. */
const first = (dates: string[], timeZone: string): string | undefined => dates.find((date) => instantOf(date, timeZone) !== undefined);
