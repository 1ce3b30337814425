import { describe, expect, test } from "vitest";
import { mean, measure, readJudged } from "../../../scripts/search/judged.ts";
import { readArchive } from "../../../scripts/search/readArchive.ts";
import { searchOver } from "../../support/searchOver.ts";

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
});
