import { expect, it } from "vitest";
import type { ListPage } from "#content/pages/listPage.ts";
import { countNew, mergeStories, newIn, storiesOf } from "#reader/features/library/following/newStories.ts";

const teaser = (slug: string, day: number) => ({ slug, headline: slug, datePublished: `2024-04-0${day}T00:00:00Z`, readingMinutes: 1 });
const list = (slugs: string, count?: number): ListPage => ({
  kind: "topic",
  slug: "snow",
  name: "Snow",
  fullPages: 0,
  related: [],
  days: [...slugs].map((slug, place) => ({ date: "2024-04-01", teasers: [teaser(slug, 9 - place)] })),
  ...(count !== undefined && { count }),
});
const slugs = (stories: { slug: string }[]) => stories.map(({ slug }) => slug).join("");

it.each([
  ["by their dates, if nothing is known but the time", "abc", { seenAt: Date.parse("2024-04-08") }, "a"],
  ["all, if none was seen", "abc", { seenAt: 0, seen: [] }, "abc"],
  ["those above what was seen", "abc", { seenAt: 0, seen: ["b", "c"] }, "a"],
  ["not those that moved up from below", "abc", { seenAt: 0, seen: ["x", "b"] }, "a"],
  ["those among what was seen", "abcd", { seenAt: 0, seen: ["a", "d"] }, "bc"],
  ["none", "abc", { seenAt: 0, seen: ["a"] }, ""],
])("new in a list are %s", (_, shown, seen, fresh) => {
  expect(slugs(newIn(list(shown), seen))).toBe(fresh);
});

it.each([
  ["abc", 3, [], { count: 3, more: false }],
  ["abc", 4, [], { count: 3, more: true }],
  ["abc", undefined, [], { count: 3, more: false }],
  ["abc", 9, ["c"], { count: 2, more: false }],
  ["", 9, [], { count: 0, more: false }],
])("of %s, of %d stories, are new", (shown, count, seen, expected) => {
  expect(countNew(list(shown, count), { seenAt: 0, seen })).toEqual(expected);
});

it("several lists are one, each story once, the newest first", () => {
  const [one, other] = [storiesOf(list("ab")), storiesOf(list("xa"))];
  expect(slugs(mergeStories([one, [teaser("z", 1)], other]))).toBe("xabz");
});
