import { createContext, useContext } from "react";

/** How a date is written: a day, a day with its weekday, a day with the time, a month, or the time alone. */
export type DateStyle = "day" | "shortDay" | "weekday" | "weekdayShort" | "moment" | "month" | "monthName" | "time";

const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { day: "numeric", month: "long", year: "numeric" },
  shortDay: { day: "numeric", month: "long" },
  weekday: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  weekdayShort: { weekday: "long", day: "numeric", month: "long" },
  moment: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
  month: { month: "long", year: "numeric" },
  monthName: { month: "long" },
  time: { hour: "2-digit", minute: "2-digit" },
};

/** Whose dates: the edition's language and time zone. */
export type Calendar = { language: string; timeZone: string };

const CalendarContext = createContext<Calendar>({ language: "en", timeZone: "UTC" });

export const CalendarProvider = CalendarContext.Provider;

export function useCalendar(): Calendar {
  return useContext(CalendarContext);
}

/** Building a formatter costs far more than using one, and a build formats a hundred thousand dates. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * @param date an instant, a day "2024-04-22" or a month "2024-04"; the last two belong to no zone
 * @returns the date in the calendar's language: "22 April 2024, 07:10"
 */
export function formatDate(date: string, style: DateStyle, { language, timeZone }: Calendar): string {
  const zone = date.includes("T") ? timeZone : "UTC";
  const key = `${language} ${zone} ${style}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale(language), { ...STYLES[style], timeZone: zone, numberingSystem: "latn" });
    formatters.set(key, formatter);
  }
  const text = formatter.format(new Date(date));
  return language.startsWith("en") ? text.replace(" at ", ", ").replace(/^(\p{L}+), /u, "$1 ") : text;
}

/** Day before month in English, unless the edition names a country of its own. */
function locale(language: string): string {
  return language === "en" ? "en-GB" : language;
}
