import type { Article } from "#content/article.ts";
import { librarySettings } from "../../../data/library/librarySettings.ts";
import { changeOf } from "../../../data/library/change.ts";
import { changeAll, library } from "../../../data/library/library.ts";
import { libraryOf } from "../../../data/library/useLibrary.ts";

/** How many stories the history remembers; and how many of the oldest go at once, so that this is seldom. */
const MOST = 1000;
const SOME = 100;

/** Notes that a story was opened, unless the reader has paused the history. A browser that keeps nothing, as some private windows do, notes nothing. */
export async function noteRead({ slug, headline, inLanguage }: Article): Promise<void> {
  await library().ready;
  if (!librarySettings().history || library().trouble() === "denied") return;
  const read = libraryOf("read");
  const oldest = read.size < MOST ? [] : [...read.values()].toSorted((a, b) => a.readAt - b.readAt).slice(0, SOME);
  await changeAll([
    changeOf("read", slug, () => ({ slug, headline, inLanguage, readAt: Date.now() })),
    ...oldest.map((old) => changeOf("read", old.slug, () => null)),
  ]);
}
