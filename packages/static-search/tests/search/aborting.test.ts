import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { cached } from "../../src/search/cached.ts";
import { filesOf, shardsOf, searchWith } from "../support/searchOver.ts";
import { archive } from "../support/inventedPages.ts";

/** Files that come when they are let go. */
function heldShards() {
  const fetchShard = shardsOf(filesOf(archive));
  const waiting: (() => void)[] = [];
  const signals: AbortSignal[] = [];
  const hold = { on: false };
  return {
    hold,
    signals,
    release: () => waiting.splice(0).forEach((go) => go()),
    fetchShard: async (name: string, signal?: AbortSignal) => {
      if (hold.on) {
        if (signal) signals.push(signal);
        await new Promise<void>((go, stop) => {
          waiting.push(go);
          signal?.addEventListener("abort", () => stop(new Error("aborted")));
        });
      }
      return fetchShard(name);
    },
  };
}

describe("a query that is overtaken", () => {
  it("gives up the files that it waits for, and asks for no more", async () => {
    const { fetchShard, hold, signals } = heldShards();
    const search = searchWith(fetchShard);
    await search.open();
    hold.on = true;
    const overtaken = new AbortController();
    const first = search.search("bleaching", {}, overtaken.signal);
    await expect.poll(() => signals.length, { timeout: 5000 }).toBeGreaterThan(0);
    overtaken.abort();
    await expect(first).rejects.toThrow();
    const asked = signals.length;
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
    await setImmediate();
    expect(signals.length).toBe(asked);
    hold.on = false;
    expect((await search.search("bleaching")).total).toBe(3);
  });

  it("takes nothing from another that wants the same", async () => {
    const { fetchShard, hold, signals, release } = heldShards();
    const search = searchWith(fetchShard);
    await search.open();
    hold.on = true;
    const overtaken = new AbortController();
    const first = search.search("bleaching", {}, overtaken.signal);
    const second = search.search("bleaching", { sort: "newest" }, new AbortController().signal);
    await expect.poll(() => signals.length, { timeout: 5000 }).toBeGreaterThan(0);
    overtaken.abort();
    hold.on = false;
    release();
    await expect(first).rejects.toThrow();
    expect((await second).total).toBe(3);
  });
});

describe("a cache", () => {
  it("loads again what was aborted", async () => {
    let loads = 0;
    const store = cached(2, (name, signal) => {
      loads += 1;
      return new Promise<string>((come, stop) => {
        if (loads > 1) come(name);
        signal.addEventListener("abort", () => stop(new Error("aborted")));
      });
    });
    const first = new AbortController();
    const given = store.get("a", first.signal);
    first.abort();
    expect(await store.get("a", new AbortController().signal)).toBe("a");
    await expect(given).rejects.toThrow("aborted");
    expect(await store.get("a")).toBe("a");
    expect(loads).toBe(2);
  });
});
