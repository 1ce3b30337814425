import type { LibraryValue } from "#content/library/record.ts";
import { facetKinds } from "../searchAddress.ts";
import { type Followed, nameOf, searchId } from "../searchId.ts";
import { libraryWordsOfPage } from "../../../data/libraryWords.ts";
import { offerUndo } from "../../../toasts/offerUndo.ts";
import { changeLibrary, library } from "../../../data/library/library.ts";
import { libraryOf } from "../../../data/library/useLibrary.ts";

/** Saves a search, or takes it out of the library again. */
export async function toggleSearch({ query, filters }: Followed): Promise<void> {
  await library().ready;
  const id = searchId({ query, filters });
  const saved = libraryOf("search").get(id);
  if (saved) return removeSearch(id, saved);
  const set = facetKinds.flatMap((kind) => (filters[kind]?.length ? [[kind, [...filters[kind]]]] : []));
  const value = { query, filters: Object.fromEntries(set), savedAt: Date.now(), newest: "" };
  await changeLibrary("search", id, value);
}

/** Takes a search out of the library, and offers to put it back as it was. */
export async function removeSearch(id: string, search: LibraryValue<"search">): Promise<void> {
  const words = await libraryWordsOfPage();
  await changeLibrary("search", id, null);
  offerUndo(words.removed(nameOf(search)), () => changeLibrary("search", id, search));
}
