import { describe, expect, test } from "vitest";
import { inOrder } from "#compiler/link/story.ts";
import { openingWords, unpackedWords } from "#compiler/features/search/openingWords.ts";
import { relatedStories } from "#compiler/features/search/relatedStories.ts";
import { digestOf } from "#compiler/state/lazyBody.ts";
import { WordMemory } from "#compiler/state/WordMemory.ts";
import type { Article } from "#content/article.ts";
import { readArchive } from "../../../../scripts/search/readArchive.ts";
import { makeArticle } from "../../../support/makeArticle.ts";

const paragraph = (text: string): Article["body"][number] => ({ type: "paragraph", children: [{ type: "text", text }] });
const told = (slug: string, headline: string, text = ""): Article => makeArticle({ slug, headline, body: [paragraph(text)] });

const nearIn = (articles: Article[], memory?: WordMemory) => {
  const stories = inOrder(articles, "UTC");
  const near = relatedStories(memory)(stories);
  return (slug: string, most = 4, hidden: string[] = []): string[] => {
    const isHidden = stories.filter(({ article }) => hidden.includes(article.slug));
    const story = stories.find(({ article }) => article.slug === slug);
    return story ? near.find(story, most, isHidden).map(({ article }) => article.slug) : [];
  };
};

describe("related stories", async () => {
  const { articles } = await readArchive("content");
  const untagged = articles.map((article) => ({ ...article, topics: [], places: [] }));
  const near = nearIn(untagged);

  test("are those about the same, though no topic says so", () => {
    expect(near("voyager-1-makes-sense-again")).toContain("voyager-2-heard-again");
    expect(near("labhost-closed")).toContain("lockbit-taken-down");
    expect(near("borsen-burns")).toContain("notre-dame-burns");
    expect(near("gotthard-base-tunnel-opens")).toContain("channel-tunnel-breakthrough");
  });

  test("are never the story itself nor one that is hidden, and no more than asked for", () => {
    for (const { slug } of untagged) expect(near(slug)).not.toContain(slug);
    const [first = ""] = near("lockbit-taken-down");
    expect(near("lockbit-taken-down", 2)).toHaveLength(2);
    expect(near("lockbit-taken-down", 4, [first])).not.toContain(first);
  });

  test("are found for most of a mixed paper", () => {
    expect(untagged.filter(({ slug }) => near(slug).length > 0).length).toBeGreaterThan(untagged.length * 0.9);
  });

  test("are the same when words are remembered, and no story is read for them", () => {
    const before = new WordMemory(new Map());
    nearIn(untagged, before)("labhost-closed");
    const later = new WordMemory(before.records(untagged.map(digestOf)));
    for (const article of untagged) later.of(article, () => expect.unreachable("was read again"));
    expect(nearIn(untagged, later)("labhost-closed")).toEqual(near("labhost-closed"));
  });
});

test("stories that share nothing are not related", () => {
  expect(nearIn([told("a", "volcano lava crater"), told("b", "marathon runner finish")])("a")).toEqual([]);
});

test("stories in a script without spaces are related too", () => {
  const near = nearIn([told("a", "東京で地震"), told("b", "地震の後の東京"), told("c", "桜が咲く")]);
  expect(near("a")).toEqual(["b"]);
});

test("words that a story begins with come the strongest first, without numbers and short ones", () => {
  const packed = unpackedWords(openingWords(told("a", "Volcano 2024", "Of a crater in an island.")));
  const [volcano] = unpackedWords(openingWords(told("b", "Volcano")));
  expect(packed[0]).toBe(volcano);
  expect(packed).toHaveLength(3);
});
