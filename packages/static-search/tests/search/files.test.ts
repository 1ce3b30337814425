import { describe, expect, test } from "vitest";
import { SearchError } from "../../src/index.ts";
import { filesOf, searchOver, shardsOf, idsFor, searchWith } from "../support/searchOver.ts";
import { archive } from "../support/inventedPages.ts";

describe("files", () => {
  test("are asked for once, and none before a search", async () => {
    const search = searchOver(archive);
    expect(search.asked).toEqual([]);
    await search.search("coral");
    await search.facets("coral");
    await search.search("coral", { sort: "newest" });
    expect(new Set(search.asked).size).toBe(search.asked.length);
  });

  test("that do not come give a SearchError, and the next try asks again", async () => {
    let offline = true;
    const fetchShard = shardsOf(filesOf(archive));
    const search = searchWith((name) => (offline ? Promise.reject(new TypeError("Failed to fetch")) : fetchShard(name)));
    for (const work of [search.search("coral"), search.facets("coral"), search.suggest("cor"), search.open()])
      await expect(work).rejects.toThrow(SearchError);
    offline = false;
    expect(await idsFor(search, "coral")).toHaveLength(3);
  });

  test("that stop coming half way give a SearchError too", async () => {
    const fetchShard = shardsOf(filesOf(archive));
    for (let most = 0; most < 12; most += 1) {
      let left = most;
      const search = searchWith((name) => (left-- > 0 ? fetchShard(name) : Promise.reject(new Error("Gone"))));
      const answer = await search.search('"coral bleaching" topic:oceans').catch((error: unknown) => error);
      if (answer instanceof Error) expect(answer).toBeInstanceOf(SearchError);
    }
  });

  test("that are cut off, wherever, give a SearchError and never a wrong answer", async () => {
    for (const share of [0, 0.3, 0.9]) {
      const fetchShard = shardsOf(filesOf(archive));
      const search = searchWith(async (name) => {
        const whole = await fetchShard(name);
        return name === "manifest.json" ? whole : whole.slice(0, Math.floor(whole.byteLength * share));
      });
      await expect(search.search("coral")).rejects.toThrow(SearchError);
    }
  });

  test("of an archive that was replaced are found by its new manifest", async () => {
    let files = filesOf(archive);
    const search = searchWith((name) => shardsOf(files)(name));
    await search.open();
    files = filesOf(archive.map((document) => ({ ...document, stored: { ...document.stored, title: "Replaced" } })));
    expect((await search.search("europol")).hits[0]?.document.title).toBe("Replaced");
  });

  test("of another format are refused", async () => {
    const search = searchWith(async () => new TextEncoder().encode('{"format":99}').buffer);
    await expect(search.search("coral")).rejects.toThrow(SearchError);
  });
});

test("shards that are empty do not come up as documents", async () => {
  const files = filesOf(archive);
  for (const name of files.keys()) if (name.startsWith("d")) files.set(name, new ArrayBuffer(0));
  await expect(searchWith(shardsOf(files)).search("coral")).rejects.toThrow(SearchError);
});
