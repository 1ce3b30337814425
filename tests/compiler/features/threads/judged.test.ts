import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { inOrder, type Story } from "#compiler/link/story.ts";
import type { Article } from "#content/article.ts";
import { readArchive } from "../../../../scripts/search/readArchive.ts";
import { measurePairs, precision, readPairs, recall, threadsIn } from "../../../../scripts/threads/judgedPairs.ts";
import { makeArticle, ref } from "../../../support/makeArticle.ts";

/** A post of the 18F blog: its beginning, and the posts that it leads to. The blog is in the public domain (CC0 1.0). */
type Post = {
  slug: string;
  date: string;
  headline: string;
  standfirst?: string;
  authors: string[];
  topics: string[];
  places: string[];
  text: string;
  links: string[];
};

function articleOf({ slug, date, headline, standfirst, authors, topics, places, text, links }: Post): Article {
  return makeArticle({
    slug,
    headline,
    standfirst,
    datePublished: date,
    authors: authors.map((name) => ({ ...ref(name), kind: "person" })),
    topics: topics.map(ref),
    places: places.map(ref),
    body: [
      { type: "paragraph", children: [{ type: "text", text }] },
      { type: "paragraph", children: links.map((to) => ({ type: "link", url: `/article/${to}`, children: [] })) },
    ],
  });
}

const measured = (half: "tuning" | "heldOut", archive: "sample" | "18f", stories: Story[]) =>
  measurePairs(readPairs(`tests/fixtures/threads/${half}.json`, archive), stories, threadsIn(stories));

describe("pairs of stories that were judged by reading them", () => {
  const posts = gunzipSync(readFileSync("tests/fixtures/threads/18f.jsonl.gz")).toString("utf8").trim().split("\n");
  const stories = inOrder(
    posts.map((line) => articleOf(JSON.parse(line))),
    "UTC",
  );

  it.each([["tuning", 57, 42] as const, ["heldOut", 37, 24] as const])(
    "of a real archive are put together rightly nine times of ten, and three quarters that belong together are (%s)",
    (half, pairs, together) => {
      const found = measured(half, "18f", stories);
      expect(found).toMatchObject({ pairs, together });
      expect(precision(found)).toBeGreaterThanOrEqual(0.9);
      expect(recall(found)).toBeGreaterThan(0.75);
    },
  );

  it("of the sample edition are never put together wrongly", async () => {
    const { articles, settings } = await readArchive("content");
    for (const half of ["tuning", "heldOut"] as const) {
      const { found, right } = measured(half, "sample", inOrder(articles, settings.timeZone));
      expect(right).toBe(found);
    }
  });
});
