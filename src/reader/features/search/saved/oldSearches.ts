import * as v from "valibot";
import { SearchFiltersSchema } from "#content/library/libraryRecord.ts";
import { searchId } from "../searchId.ts";
import { changeOf } from "../../../data/library/change.ts";
import { changeAll } from "../../../data/library/library.ts";

const OldSchema = v.object({ query: v.string(), filters: SearchFiltersSchema, since: v.string() });

/**
 * Moves searches that an earlier version saved into the library. They are removed
 * from localStorage only once they are there. Several tabs may do this at once.
 * @param key their key in localStorage, with a list, the latest first
 */
export async function moveOldSearches(key: string): Promise<void> {
  const now = Date.now();
  const changes = listIn(localStorage.getItem(key) ?? "[]").map(({ query, filters, since }, place) => {
    const value = { query, filters, savedAt: now - place, newest: since };
    return changeOf("search", searchId(value), (before) => before ?? value);
  });
  await changeAll(changes);
  localStorage.removeItem(key);
}

function listIn(text: string): v.InferOutput<typeof OldSchema>[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter((each) => v.is(OldSchema, each)) : [];
  } catch {
    return [];
  }
}
