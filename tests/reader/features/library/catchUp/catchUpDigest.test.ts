import { expect, test } from "vitest";
import { catchUpDigest } from "#reader/features/library/catchUp/catchUpDigest.ts";

const teaser = (slug: string, topics: string[] = [], standfirst = "x".repeat(90)) => ({
  slug,
  headline: "h".repeat(10),
  standfirst,
  datePublished: "2026-03-01T07:00:00Z",
  readingMinutes: 3,
  about: [...topics.map((topic) => `topic:${topic}`), "author:desk"],
});
const slugs = ({ groups }: ReturnType<typeof catchUpDigest>) => groups.map(({ story, more }) => [story, ...more].map(({ slug }) => slug));

test("what the reader follows comes first, then the order of the front page, then the newest", () => {
  const missed = ["new", "lead", "second", "followed"].map((slug) => teaser(slug));
  expect(slugs(catchUpDigest(missed, new Set(["followed"]), ["lead", "second"], 5))).toEqual([["followed"], ["lead"], ["second"], ["new"]]);
});

test("stories that share two topics, or the only one of one of them, stand together", () => {
  const missed = [
    teaser("landing", ["mars", "nasa"]),
    teaser("budget", ["nasa", "congress"]),
    teaser("rover", ["nasa", "mars", "jpl"]),
    teaser("dust", ["mars"]),
    teaser("none"),
    teaser("nothing"),
  ];
  expect(slugs(catchUpDigest(missed, new Set(), [], 5))).toEqual([["landing", "rover", "dust"], ["budget"], ["none"], ["nothing"]]);
});

test("no more is shown than can be read in the time, and what is left is counted", () => {
  const missed = Array.from({ length: 30 }, (_, at) => teaser(`s${at}`));
  const short = catchUpDigest(missed, new Set(), [], 1);
  expect(short.groups).toHaveLength(10);
  expect(short.left).toBe(20);
  expect(catchUpDigest(missed, new Set(), [], 3)).toMatchObject({ left: 0 });
});

test("stories of one thread stand together, whatever their topics, and apart from those of another", () => {
  const missed = [teaser("raised", ["ships"]), teaser("vote", ["ships"]), teaser("struck", ["reefs"])];
  const threads = new Map([
    ["raised", "ferry"],
    ["struck", "ferry"],
    ["vote", "election"],
  ]);
  expect(slugs(catchUpDigest(missed, new Set(), [], 5, threads))).toEqual([["raised", "struck"], ["vote"]]);
});

test("a story of no thread stands with those of one that share its topics", () => {
  const missed = [teaser("raised", ["ferry", "ships"]), teaser("comment", ["ferry", "ships"]), teaser("vote", ["ferry", "ships"])];
  const threads = new Map([
    ["raised", "ferry"],
    ["vote", "election"],
  ]);
  expect(slugs(catchUpDigest(missed, new Set(), [], 5, threads))).toEqual([["raised", "comment"], ["vote"]]);
});
