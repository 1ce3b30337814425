import { describe, expect, test } from "vitest";
import { relatedStories } from "#compiler/search/relatedStories.ts";
import type { Article } from "#content/article.ts";
import { readArchive } from "../../../scripts/search/readArchive.ts";
import { makeArticle } from "../../support/makeArticle.ts";

describe("related stories", async () => {
  const { articles } = await readArchive("content");
  const untagged: Article[] = articles.map((article) => ({ ...article, topics: [], places: [] }));
  const related = relatedStories(untagged);
  const near = (slug: string, most = 4): string[] => {
    const article = untagged.find((each) => each.slug === slug);
    return article ? related(article, most).map((other) => other.slug) : [];
  };

  test("are those about the same, though no topic says so", () => {
    expect(near("voyager-1-makes-sense-again")).toContain("voyager-2-heard-again");
    expect(near("wannacry")).toContain("lockbit-taken-down");
    expect(near("borsen-burns")).toContain("notre-dame-burns");
    expect(near("gotthard-base-tunnel-opens")).toContain("channel-tunnel-breakthrough");
  });

  test("are never the story itself, and no more than asked for", () => {
    for (const { slug } of untagged) expect(near(slug)).not.toContain(slug);
    expect(near("wannacry", 2)).toHaveLength(2);
  });

  test("are found for most of a mixed paper", () => {
    expect(untagged.filter(({ slug }) => near(slug).length > 0).length).toBeGreaterThan(untagged.length * 0.9);
  });
});

test("stories that share nothing are not related", () => {
  const stories = ["volcano lava crater", "marathon runner finish"].map((headline, i) =>
    makeArticle({ slug: `s${i}`, headline, body: [] }),
  );
  const [first] = stories;
  expect(first && relatedStories(stories)(first, 4)).toEqual([]);
});
