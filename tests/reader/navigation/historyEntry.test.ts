import { afterEach, expect, it } from "vitest";
import { entryKey, keepEntries, nameEntries, recall, remember } from "#reader/navigation/historyEntry.ts";

afterEach(() => history.replaceState(null, ""));

it("gives an entry a key unless it has one, and keeps what else its state holds", () => {
  history.replaceState({ usr: "a" }, "");
  nameEntries();
  const key = entryKey();
  expect([history.state, typeof key]).toEqual([{ usr: "a", key }, "string"]);
  nameEntries();
  expect(entryKey()).toBe(key);
  history.replaceState(null, "");
  dispatchEvent(new PopStateEvent("popstate"));
  expect(entryKey()).not.toBe(key);
});

it("remembers each part of an entry, and stores the fifty that changed last", () => {
  expect(recall("new")).toEqual({});
  for (let at = 0; at < 51; at += 1) remember(`entry-${at}`, { y: at });
  remember("entry-0", { place: { part: 2, offset: 5 } });
  expect(recall("entry-0")).toEqual({ y: 0, place: { part: 2, offset: 5 } });
  keepEntries();
  const stored: [string, unknown][] = JSON.parse(sessionStorage.getItem("broadsheet-entries") ?? "[]");
  expect(stored).toHaveLength(50);
  expect([stored[0], stored.at(-1)]).toEqual([
    ["entry-2", { y: 2 }],
    ["entry-0", { y: 0, place: { part: 2, offset: 5 } }],
  ]);
});
