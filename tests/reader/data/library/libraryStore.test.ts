import { openDB } from "idb";
import { expect, test, vi } from "vitest";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";
import { changeOf } from "#reader/data/library/change.ts";
import type { LibraryStore } from "#reader/data/library/libraryStore.ts";
import { aBrowser } from "../../../support/tabsOf.ts";

const { tab, name } = aBrowser();

const save = (slug: string) => changeOf("saved", slug, () => ({ slug, headline: slug.toUpperCase(), savedAt: 1 }));
const remove = (slug: string) => changeOf("saved", slug, () => null);
const savedIn = (store: LibraryStore): string[] => [...store.records().values()].flatMap(({ id, value }) => (value ? [id] : [])).toSorted();

const quota = () => Object.assign(new DOMException("No room", "QuotaExceededError"));

test("what is saved is there when the page is opened again, and what was taken away is remembered as such", async () => {
  const first = tab();
  await first.change([save("a"), save("b")]);
  await first.change([remove("a")]);
  const second = tab();
  const all = await second.all();
  expect(savedIn(second)).toEqual(["b"]);
  expect(all.find(({ id }) => id === "a")?.value).toBeNull();
  expect(second.trouble()).toBeUndefined();
});

test("fifty tabs that write at the same time lose nothing, and each sees what the others wrote", async () => {
  const tabs = Array.from({ length: 50 }, tab);
  await Promise.all(tabs.flatMap((each, at) => [each.change([save(`own-${at}`)]), each.change([countUp])]));
  const slugs = tabs.map((_, at) => `own-${at}`).toSorted();
  await vi.waitFor(() => {
    for (const each of tabs) {
      expect(savedIn(each)).toEqual(["shared", ...slugs].toSorted());
      expect(each.records().get("saved/shared")?.value).toMatchObject({ savedAt: 50 });
    }
  });
  const stamps = (await tab().all()).map(({ stamp }) => stamp);
  expect(new Set(stamps).size).toBe(51);
});

/** Reads and writes: a count that two tabs take up at once would lose one. */
const countUp = changeOf("saved", "shared", (before) => ({ slug: "shared", headline: "Shared", savedAt: (before?.savedAt ?? 0) + 1 }));

test("of what comes from elsewhere the newer one stays, and a change after it comes after it", async () => {
  const store = tab();
  await store.change([save("a")]);
  const future: LibraryRecord = {
    kind: "saved",
    id: "a",
    stamp: `${String(Date.now() + 60_000).padStart(14, "0")}-0000-elsewhere`,
    value: { slug: "a", headline: "From elsewhere", savedAt: 2 },
  };
  await store.mergeRecords([future, { ...future, stamp: "00000000000001-0000-elsewhere", value: null }]);
  expect(store.records().get("saved/a")?.value).toMatchObject({ headline: "From elsewhere" });
  await store.change([remove("a")]);
  expect(savedIn(store)).toEqual([]);
  await tab().mergeRecords([future]);
  expect(savedIn(store)).toEqual([]);
});

test("a change that leaves a thing as it is writes nothing", async () => {
  const store = tab();
  await store.change([save("a")]);
  const before = await store.all();
  await store.change([changeOf("saved", "a", () => undefined)]);
  expect(await store.all()).toEqual(before);
});

test("of several changes none is made when one is impossible", async () => {
  const store = tab();
  await expect(store.change([save("a"), changeOf("saved", "not an id", () => ({ slug: "x", headline: "X", savedAt: 1 }))])).rejects.toThrow(
    "id must be made of letters",
  );
  expect(await tab().all()).toEqual([]);
});

test("records that cannot be read are set aside and stop nothing", async () => {
  const first = tab();
  await first.change([save("a")]);
  const database = await openDB(name);
  await database.put("records", { kind: "saved", id: "broken", stamp: "yesterday", value: 7 });
  await database.put("records", { kind: "smell", id: "of-tomorrow", stamp: "?", value: {} });
  const second = tab();
  await second.change([save("b")]);
  expect(savedIn(second)).toEqual(["a", "b"]);
  const aside = await database.getAll("aside");
  expect(new Set(aside.map(({ found }) => found.id))).toEqual(new Set(["broken", "of-tomorrow"]));
  expect(await database.count("records")).toBe(2);
  database.close();
});

test("a library of the first version is read by this one, whole, and its saved searches gain what they lacked", async () => {
  const stamp = (count: number) => `00001700000000000-000${count}-device`.slice(3);
  const first = await openDB(name, 1, {
    upgrade: (database) => {
      database.createObjectStore("records", { keyPath: ["kind", "id"] });
      database.createObjectStore("aside", { autoIncrement: true });
      database.createObjectStore("about");
    },
  });
  await first.put("records", { kind: "saved", id: "a", stamp: stamp(1), value: { slug: "a", headline: "A", savedAt: 1 } });
  await first.put("records", { kind: "saved", id: "b", stamp: stamp(2), value: null });
  await first.put("records", { kind: "search", id: "reefs", stamp: stamp(3), value: { query: "reefs", savedAt: 5, seenAt: 7 } });
  await first.put("records", { kind: "search", id: "gone", stamp: stamp(4), value: null });
  await first.put("about", "device", "device");
  await first.put("about", stamp(4), "last");
  first.close();
  const store = tab();
  const all = await store.all();
  expect(store.trouble()).toBeUndefined();
  expect(all).toHaveLength(4);
  expect(all.find(({ id }) => id === "reefs")?.value).toMatchObject({ query: "reefs", filters: {}, savedAt: 5, newest: "" });
  expect(all.find(({ id }) => id === "gone")?.value).toBeNull();
  expect(savedIn(store)).toEqual(["a", "reefs"]);
  const database = await openDB(name);
  expect(await database.count("aside")).toBe(0);
  database.close();
});

test("where the browser keeps nothing, the library lasts as long as the page and says so", async () => {
  vi.stubGlobal("indexedDB", {
    open: () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  });
  const store = tab();
  await store.change([save("a")]);
  await store.change([save("b")]);
  await store.change([remove("a")]);
  expect(savedIn(store)).toEqual(["b"]);
  expect(store.trouble()).toBe("denied");
});

test("what had no room on the device is shown, and written when there is room again", async () => {
  const store = tab();
  await store.change([save("a")]);
  const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw quota();
  });
  await store.change([save("b")]);
  expect(savedIn(store)).toEqual(["a", "b"]);
  expect(store.trouble()).toBe("full");
  put.mockRestore();
  await store.change([save("c")]);
  expect(store.trouble()).toBeUndefined();
  const later = tab();
  await later.ready;
  expect(savedIn(later)).toEqual(["a", "b", "c"]);
});

test("when the browser takes the storage away, what is shown stays and the library says that it does not last", async () => {
  const store = tab();
  await store.change([save("a")]);
  indexedDB.deleteDatabase(name);
  await vi.waitFor(() => expect(store.trouble()).toBe("lost"));
  await store.change([save("b")]);
  expect(savedIn(store)).toEqual(["a", "b"]);
});

test("a library that a newer version has written is left alone", async () => {
  (await openDB(name, 99)).close();
  const store = tab();
  await store.change([save("a")]);
  expect(store.trouble()).toBe("denied");
  expect(savedIn(store)).toEqual(["a"]);
});

test("a library that an earlier version has written is taken over", async () => {
  const old: LibraryRecord = {
    kind: "saved",
    id: "a",
    stamp: "00000000000001-0000-elsewhere",
    value: { slug: "a", headline: "A", savedAt: 1 },
  };
  const database = await openDB(name, 1, {
    upgrade: (opened) => {
      opened.createObjectStore("records", { keyPath: ["kind", "id"] });
      opened.createObjectStore("aside", { autoIncrement: true });
      opened.createObjectStore("about");
    },
  });
  await database.put("records", old);
  database.close();
  const store = tab();
  expect(await store.all()).toEqual([old]);
  expect(store.trouble()).toBeUndefined();
});

test("a library that is emptied is gone from the device and from every tab, with the device's name", async () => {
  const [first, second] = [tab(), tab()];
  await first.change([save("a")]);
  await vi.waitFor(() => expect(savedIn(second)).toEqual(["a"]));
  const told = vi.fn();
  first.onEmptied(told);
  await second.empty();
  expect(savedIn(second)).toEqual([]);
  await vi.waitFor(() => expect(savedIn(first)).toEqual([]));
  expect(told).toHaveBeenCalledOnce();
  const database = await openDB(name);
  for (const store of database.objectStoreNames) expect(await database.count(store)).toBe(0);
  database.close();
});

test("what had no room is emptied too", async () => {
  const store = tab();
  const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw quota();
  });
  await store.change([save("a")]);
  put.mockRestore();
  await store.empty();
  await store.change([save("b")]);
  expect((await tab().all()).map(({ id }) => id)).toEqual(["b"]);
});

test("what was rewritten on the device is shown in its place, in every tab", async () => {
  const [first, second] = [tab(), tab()];
  await first.change([save("a")]);
  await vi.waitFor(() => expect(savedIn(second)).toEqual(["a"]));
  const database = await first.database();
  const earlier = { kind: "saved", id: "a", stamp: "00000000000001-0000-elsewhere", value: null };
  await database?.put("records", earlier);
  await first.reread();
  for (const store of [first, second]) await vi.waitFor(() => expect(store.records().get("saved/a")).toEqual(earlier));
});
