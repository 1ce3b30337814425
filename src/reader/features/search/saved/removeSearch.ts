import type { LibraryValue } from "#content/library/libraryRecord.ts";
import { changeLibrary } from "../../../data/library/library.ts";
import { libraryWordsOfPage } from "../../../data/libraryWords.ts";
import { offerUndo } from "../../../toasts/offerUndo.ts";
import { nameOf } from "../searchId.ts";

/** Removes a search from the library, and offers to undo that. */
export async function removeSearch(id: string, search: LibraryValue<"search">): Promise<void> {
  const words = await libraryWordsOfPage();
  await changeLibrary("search", id, null);
  offerUndo(words.removed(nameOf(search)), () => changeLibrary("search", id, search));
}
