import { type Calendar, useCalendar } from "../../i18n/dates.ts";

/** Dates as the device has them: when something was read is a matter of the reader's day, not of the paper's. */
export function useOwnCalendar(): Calendar {
  const { language } = useCalendar();
  return { language, timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone };
}
