import type { KnownStory, LibraryValue } from "#content/library/libraryRecord.ts";
import { libraryWordsOfPage } from "../../../data/libraryWords.ts";
import { offerUndo } from "../../../toasts/offerUndo.ts";
import { withdrawOffer } from "../../../toasts/offers.ts";
import { changeLibrary, library } from "../../../data/library/library.ts";
import { libraryOf } from "../../../data/library/useLibrary.ts";

/** Saves a story, or removes it from the library. @param say announces the result */
export async function toggleSaved(story: KnownStory, say: (text: string) => void): Promise<void> {
  await library().ready;
  const saved = libraryOf("saved").get(story.slug);
  if (saved) return removeSaved(saved);
  await changeLibrary("saved", story.slug, { ...story, savedAt: Date.now() });
  // What is saved again is not to be put back.
  withdrawOffer("undo");
  const words = await libraryWordsOfPage();
  const trouble = library().trouble();
  say(trouble ? words.trouble[trouble] : words.nowSaved);
}

/** Removes a story from the library, and offers to put it back as it was. */
export async function removeSaved(saved: LibraryValue<"saved">): Promise<void> {
  const words = await libraryWordsOfPage();
  await changeLibrary("saved", saved.slug, null);
  offerUndo(words.removed(saved.headline), () => changeLibrary("saved", saved.slug, saved));
}
