import { expect, test } from "vitest";
import { feedFormats, hasFeed } from "#content/feeds.ts";

test("a topic, place, author or thread has a feed from four stories on, all else always", () => {
  for (const kind of ["topic", "place", "author", "thread"] as const) expect([hasFeed(kind, 3), hasFeed(kind, 4)]).toEqual([false, true]);
  for (const kind of ["latest", "section", "language", "article"] as const) expect(hasFeed(kind, 0)).toBe(true);
});

test("the edition and its languages have feeds in all formats, lists in one", () => {
  for (const kind of ["latest", "language"] as const) expect(feedFormats(kind)).toEqual(["rss", "atom", "json"]);
  for (const kind of ["topic", "place", "section", "author", "thread", "article"] as const) expect(feedFormats(kind)).toEqual(["rss"]);
});
