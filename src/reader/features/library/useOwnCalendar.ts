import { type Calendar, useCalendar } from "../../i18n/formatDate.ts";

/** Dates in the device's time zone: the day on which something was read is the reader's, not the paper's. */
export function useOwnCalendar(): Calendar {
  const { language } = useCalendar();
  return {
    language,
    // Asked for when a date is written, which takes a phone up to 60 ms.
    get timeZone() {
      return new Intl.DateTimeFormat().resolvedOptions().timeZone;
    },
  };
}
