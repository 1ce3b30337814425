import type { LibraryValue } from "#content/library/libraryRecord.ts";
import { facetKinds } from "../searchAddress.ts";
import { type SearchIdentity, nameOf, searchId } from "../searchId.ts";
import { libraryWordsOfPage } from "../../../data/libraryWords.ts";
import { offerUndo } from "../../../toasts/offerUndo.ts";
import { changeLibrary, library } from "../../../data/library/library.ts";
import { libraryOf } from "../../../data/library/useLibrary.ts";

/** Saves a search in the library, or removes it. */
export async function toggleSearch({ query, filters }: SearchIdentity): Promise<void> {
  await library().ready;
  const id = searchId({ query, filters });
  const saved = libraryOf("search").get(id);
  if (saved) return removeSearch(id, saved);
  const set = facetKinds.flatMap((kind) => (filters[kind]?.length ? [[kind, [...filters[kind]]]] : []));
  const value = { query, filters: Object.fromEntries(set), savedAt: Date.now(), newest: "" };
  await changeLibrary("search", id, value);
}

/** Removes a search from the library, and offers to undo that. */
export async function removeSearch(id: string, search: LibraryValue<"search">): Promise<void> {
  const words = await libraryWordsOfPage();
  await changeLibrary("search", id, null);
  offerUndo(words.removed(nameOf(search)), () => changeLibrary("search", id, search));
}
