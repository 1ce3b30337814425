import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Files, type PageSearch, searchOver } from "../support/searchOver.ts";
import { page } from "../support/inventedPages.ts";

/** Enough documents that words in a quarter of them have no positions: "the" is in all, "often" in half, "alpha" in 42. */
const documents = Array.from({ length: 4200 }, (_, i) =>
  page(
    `s${i}`,
    `Story ${i}`,
    `${i % 100 === 0 ? "alpha the omega" : "the filler"} ${i % 2 === 0 ? "often" : "seldom"} ${i % 3 === 0 ? "north" : "south"} ${i % 100 === 50 ? "alpha with omega" : ""}`,
  ),
);

let search: PageSearch & { asked: string[]; files: Files };
beforeAll(() => {
  search = searchOver(documents);
}, 120_000);

describe("in a large archive", () => {
  // As in buildIndex.test.ts. The names of shards are digests of their bytes.
  test("the index has the bytes that its rules have always given", () => {
    const names = [...search.files.keys()].toSorted().join();
    expect(createHash("sha256").update(names).digest("hex")).toBe("8b0329ded1864431fb2a750f419868b274ecb24e1a6035c96e7c9e670bc3902f");
  });

  test("a frequent word inside a phrase is a gap", async () => {
    expect(await search.search('"alpha the omega"')).toMatchObject({ total: 84, relaxed: false });
    expect((await search.search('"alpha omega"')).relaxed).toBe(true);
  });

  test("a phrase of frequent words only is said not to have been compared", async () => {
    const { total, notices } = await search.search('"the often"');
    expect(total).toBe(2100);
    expect(notices).toEqual([{ code: "tooCommon", phrase: "the often" }]);
  });

  test("an AND of two frequent words is exact", async () => {
    expect(await search.search("often south")).toMatchObject({ total: 1400, exact: true });
  });

  test("a word that nearly every document has does not narrow a search", async () => {
    expect((await search.search("the alpha")).total).toBe(84);
    expect((await search.search("the")).total).toBe(4200);
  });

  test("sorting by date loads no more than the best hits do", async () => {
    const before = search.asked.length;
    const { hits } = await search.search("often", { sort: "oldest" });
    expect(hits.map(({ document }) => document.id)[0]).toBe("s0");
    expect(search.asked.length - before).toBeLessThan(8);
  });
});
