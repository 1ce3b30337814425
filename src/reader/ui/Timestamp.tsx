import { type DateStyle, formatDateAlone, useCalendar } from "../i18n/formatDate.ts";

/** A date in readable form, with the exact one for machines. */
export function Timestamp({ date, style }: { date: string; style: DateStyle }) {
  const calendar = useCalendar();
  // The browser's locale data may be newer than the build's, and add a comma.
  return (
    <time dateTime={date} suppressHydrationWarning>
      {formatDateAlone(date, style, calendar)}
    </time>
  );
}
