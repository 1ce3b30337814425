import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, vi } from "vitest";
import { type LibraryStore, libraryStore } from "#reader/data/library/libraryStore.ts";

const NAME = "broadsheet-library:/";

/** Every test has a separate browser. `tab()` opens the library in another tab of it. */
export function aBrowser(): { tab: () => LibraryStore; name: string } {
  let open: LibraryStore[] = [];
  beforeEach(() => vi.stubGlobal("indexedDB", new IDBFactory()));
  afterEach(async () => {
    await Promise.all(open.map((store) => store.close()));
    open = [];
  });
  const tab = () => {
    const store = libraryStore(NAME);
    open.push(store);
    return store;
  };
  return { tab, name: NAME };
}
