import type { LibraryValue } from "#content/library/record.ts";
import { formatDate } from "../../../i18n/dates.ts";
import { useOwnCalendar } from "../useOwnCalendar.ts";

type Read = LibraryValue<"read">;

/** What was read, by the days on which it was, in the reader's own zone. */
export function useDays(read: Read[]): { name: string; stories: Read[] }[] {
  const calendar = useOwnCalendar();
  const days = new Map<string, Read[]>();
  for (const story of read) {
    const name = formatDate(new Date(story.readAt).toISOString(), "weekday", calendar);
    days.set(name, [...(days.get(name) ?? []), story]);
  }
  return [...days].map(([name, stories]) => ({ name, stories }));
}
