import { describe, expect, test } from "vitest";
import { mean, measure, readJudged } from "../../../../scripts/search/judged.ts";
import { readArchive } from "../../../../scripts/search/readArchive.ts";
import { sharedWords } from "../../../../scripts/search/sharedWords.ts";
import { searchOver } from "../../../support/searchOver.ts";

/** The share of right answers that search must give; what it reaches is in docs/search.md. */
const GOAL = 0.85;

describe("judged queries on the sample edition", async () => {
  const { articles, settings } = await readArchive("content");
  test.each(["tuning", "heldOut"])("are answered well: %s", async (half) => {
    const measured = await measure(searchOver(articles, settings), readJudged(`tests/fixtures/search/${half}.json`, "sample"));
    expect(measured.length).toBeGreaterThan(30);
    expect(mean(measured.map(({ reciprocalRank }) => reciprocalRank))).toBeGreaterThan(GOAL);
    expect(mean(measured.map(({ recall }) => recall))).toBeGreaterThan(GOAL);
  });
  test.each(["Tuning", "HeldOut"])("that are paraphrases have no word in common with their stories, in any form: %s", async (half) => {
    const stories = new Map(articles.map((article) => [article.slug, article]));
    const judged = readJudged(`tests/fixtures/search/paraphrases${half}.json`, "sample");
    expect(judged).toHaveLength(20);
    expect((await Promise.all(judged.map((each) => sharedWords(each, stories)))).flat()).toEqual([]);
    const shares = { archive: "sample" as const, language: "en", query: "sudden rains", relevant: ["a-years-rain-on-dubai"] };
    expect(await sharedWords(shares, stories)).toEqual(["“sudden rains” has rain in common with a-years-rain-on-dubai."]);
  });
});
