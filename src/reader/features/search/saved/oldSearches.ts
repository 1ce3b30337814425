import * as v from "valibot";
import { SearchFiltersSchema } from "#content/library/record.ts";
import { searchId } from "../searchId.ts";
import { changeOf } from "../../../data/library/change.ts";
import { changeAll } from "../../../data/library/library.ts";

const OldSchema = v.object({ query: v.string(), filters: SearchFiltersSchema, since: v.string() });

/**
 * Moves the searches that were saved before into the library. They are let go
 * where they were only once they are here. Several tabs may do it at once.
 * @param key under which they are in localStorage: a list, the last one first
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
