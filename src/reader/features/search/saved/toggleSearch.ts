import { FACET_KINDS } from "#content/search.ts";
import { type SearchIdentity, searchId } from "../searchId.ts";
import { changeLibrary, library } from "../../../data/library/library.ts";
import { libraryOf } from "../../../data/library/useLibrary.ts";
import { removeSearch } from "./removeSearch.ts";

/** Saves a search in the library, or removes it. */
export async function toggleSearch({ query, filters }: SearchIdentity): Promise<void> {
  await library().ready;
  const id = searchId({ query, filters });
  const saved = libraryOf("search").get(id);
  if (saved) return removeSearch(id, saved);
  const set = FACET_KINDS.flatMap((kind) => (filters[kind]?.length ? [[kind, [...filters[kind]]]] : []));
  const value = { query, filters: Object.fromEntries(set), savedAt: Date.now(), newest: "" };
  await changeLibrary("search", id, value);
}
