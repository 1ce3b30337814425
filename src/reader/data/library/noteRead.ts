import type { KnownStory, LibraryValue } from "#content/library/libraryRecord.ts";
import { changeOf } from "./change.ts";
import { changeAll, library } from "./library.ts";
import { librarySettings } from "./librarySettings.ts";
import { libraryOf } from "./useLibrary.ts";

/** How many stories the history remembers, and how many of the oldest are removed at once, so that this is rarely needed. */
const MOST = 1000;
const BATCH = 100;

/** Whether a story was read, and not only opened. */
export const isRead = (read: LibraryValue<"read"> | undefined): boolean => read !== undefined && !read.opened;

/**
 * Notes that a story was opened, read, or heard to its end, unless the reader has paused the history. A browser that
 * allows no storage, as in some private windows, notes nothing.
 */
export async function noteRead({ slug, headline, inLanguage }: KnownStory, how: "opened" | "read" | "heard"): Promise<void> {
  await library().ready;
  if (!librarySettings().history || library().trouble() === "denied") return;
  const read = libraryOf("read");
  const oldest = read.size < MOST ? [] : [...read.values()].toSorted((a, b) => a.readAt - b.readAt).slice(0, BATCH);
  await changeAll([
    changeOf("read", slug, (before) => {
      if (how === "read" && isRead(before)) return undefined;
      const heard = how === "heard" || before?.heard;
      const opened = how === "opened" && !isRead(before);
      return { slug, headline, inLanguage, readAt: Date.now(), ...(heard && { heard }), ...(opened && { opened }) };
    }),
    ...oldest.map((old) => changeOf("read", old.slug, () => null)),
  ]);
}
