import { type DateStyle, formatDateAlone, useCalendar } from "../i18n/dates.ts";

/** A date as a person reads it, with the exact one for machines. */
export function Timestamp({ date, style }: { date: string; style: DateStyle }) {
  const calendar = useCalendar();
  // The browser's tables of languages may be newer than those of the build, and write a comma more.
  return (
    <time dateTime={date} suppressHydrationWarning>
      {formatDateAlone(date, style, calendar)}
    </time>
  );
}
