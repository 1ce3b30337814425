import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { act } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { teaserLibrary } from "#reader/teasers/teaserLibrary.ts";
import { closeLibrary } from "#reader/data/library/library.ts";

/** Every test has a separate device with an empty library. */
export function anOwnLibrary(): void {
  beforeEach(async () => {
    // A file before may have opened a library where there was no database.
    await closeLibrary();
    vi.stubGlobal("indexedDB", new IDBFactory());
  });
  afterEach(async () => {
    act(() => teaserLibrary.set(undefined));
    await closeLibrary();
    localStorage.clear();
  });
}
