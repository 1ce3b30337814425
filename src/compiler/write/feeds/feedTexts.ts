import { FEED_FORMATS } from "#content/paths.ts";
import { atom } from "./atom.ts";
import type { Feed } from "./feed.ts";
import { jsonFeed } from "./jsonFeed.ts";
import { rss } from "./rss.ts";

/** The texts of a feed in the order of FEED_FORMATS. */
export function feedTexts(feed: Feed): string[] {
  const inFormat = { rss, atom, json: jsonFeed };
  return FEED_FORMATS.map((format) => inFormat[format](feed));
}
