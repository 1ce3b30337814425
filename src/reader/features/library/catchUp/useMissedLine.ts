import { MOST_FRESH } from "#content/fresh.ts";
import { isRead } from "../../../data/library/noteRead.ts";
import { useLibrary } from "../../../data/library/useLibrary.ts";
import { useLibraryWords } from "../../../data/libraryWords.ts";
import { formatDate } from "../../../i18n/formatDate.ts";
import { useOwnCalendar } from "../useOwnCalendar.ts";
import { useVisits } from "./visits.ts";

/** Says how many of the stories since the last visit the reader is not done with; undefined if there are none. */
export function useMissedLine(): string | undefined {
  const libraryWords = useLibraryWords();
  const calendar = useOwnCalendar();
  const read = useLibrary("read");
  const { now, before, done } = useVisits();
  if (!now || !before) return undefined;
  const missed = now.newest.filter((slug) => !before.newest.includes(slug));
  const count = missed.filter((slug) => !done.includes(slug) && !isRead(read.get(slug))).length;
  if (count === 0) return undefined;
  const since = formatDate(new Date(before.at).toISOString(), "weekdayShort", calendar);
  // The file of new stories holds only so many.
  return missed.length === MOST_FRESH ? libraryWords.manyMissedSince(count, since) : libraryWords.missedSince(count, since);
}
