import type { LibraryValue } from "#content/library/libraryRecord.ts";
import { libraryWordsOfPage } from "../../../data/libraryWords.ts";
import { offerUndo } from "../../../toasts/offerUndo.ts";
import { changeOf } from "../../../data/library/change.ts";
import { changeAll } from "../../../data/library/library.ts";
import { forgetMissed } from "../catchUp/visits.ts";
import { forgetVisits } from "../../../data/library/liveVisits.ts";
import { libraryOf } from "../../../data/library/useLibrary.ts";

type Read = LibraryValue<"read">;

/** Forgets that a story was opened. */
export async function removeRead(story: Read): Promise<void> {
  const words = await libraryWordsOfPage();
  forgetVisits([story.slug]);
  await forget([story], words.removed(story.headline));
}

/** Forgets everything that was opened. */
export async function clearHistory(): Promise<void> {
  const words = await libraryWordsOfPage();
  forgetMissed();
  forgetVisits();
  await forget([...libraryOf("read").values()], words.historyCleared);
}

async function forget(stories: Read[], done: string): Promise<void> {
  await changeAll(stories.map(({ slug }) => changeOf("read", slug, () => null)));
  offerUndo(done, () => changeAll(stories.map((story) => changeOf("read", story.slug, () => story))));
}
