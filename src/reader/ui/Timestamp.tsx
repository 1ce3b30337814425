import { useIsAsPrerendered } from "#loading/hydration/useHydrated.ts";
import { type DateStyle, formatDateAlone, useCalendar } from "../i18n/formatDate.ts";

/**
 * A date in readable form, with the exact one for machines. A prerendered one stays as it is: the first format of a date takes a phone
 * 60 ms, and the browser's locale data may be newer than the build's, and add a comma.
 */
export function Timestamp({ date, style }: { date: string; style: DateStyle }) {
  const calendar = useCalendar();
  const isAsPrerendered = useIsAsPrerendered(`${date} ${style}`);
  return (
    <time dateTime={date} suppressHydrationWarning>
      {isAsPrerendered ? "" : formatDateAlone(date, style, calendar)}
    </time>
  );
}
