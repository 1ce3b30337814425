import type { FeedFormat } from "#content/paths.ts";
import { atom } from "./atom.ts";
import type { Feed } from "./feed.ts";
import { jsonFeed } from "./jsonFeed.ts";
import { rss } from "./rss.ts";

const MAKERS: Record<FeedFormat, (feed: Feed) => string> = { rss, atom, json: jsonFeed };

/** The text of a feed in a format. */
export const feedText = (feed: Feed, format: FeedFormat): string => MAKERS[format](feed);
