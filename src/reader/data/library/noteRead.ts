import type { KnownStory } from "#content/library/record.ts";
import { changeOf } from "./change.ts";
import { changeAll, library } from "./library.ts";
import { librarySettings } from "./librarySettings.ts";
import { libraryOf } from "./useLibrary.ts";

/** How many stories the history remembers, and how many of the oldest are removed at once, so that this is rarely needed. */
const MOST = 1000;
const BATCH = 100;

/**
 * Notes that a story was opened, or heard to its end, unless the reader has paused the history. A browser that allows
 * no storage, as in some private windows, notes nothing.
 */
export async function noteRead({ slug, headline, inLanguage }: KnownStory, isHeard = false): Promise<void> {
  await library().ready;
  if (!librarySettings().history || library().trouble() === "denied") return;
  const read = libraryOf("read");
  const oldest = read.size < MOST ? [] : [...read.values()].toSorted((a, b) => a.readAt - b.readAt).slice(0, BATCH);
  await changeAll([
    changeOf("read", slug, (before) => {
      const heard = isHeard || before?.heard;
      return { slug, headline, inLanguage, readAt: Date.now(), ...(heard && { heard }) };
    }),
    ...oldest.map((old) => changeOf("read", old.slug, () => null)),
  ]);
}
