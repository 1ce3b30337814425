import { createContext, useContext } from "react";
import { capitalised, dateLocale, GREGORIAN, hourOptions } from "#content/dateLocale.ts";

/**
 * How a date is written: as a day (the short styles omit the year if it is the edition's; in another year, the shortest is a month), a day with its weekday, a day with
 * the time, a month, the name of a month alone, the day of a month alone, the time alone, the time to the second, or as briefly as in a
 * list of new stories: the time if it is of the edition's day, otherwise the day.
 */
export type DateStyle =
  | "day"
  | "shortDay"
  | "briefDay"
  | "briefMonth"
  | "weekday"
  | "weekdayShort"
  | "moment"
  | "month"
  | "monthName"
  | "dayOfMonth"
  | "time"
  | "clock"
  | "brief";

/** Those that do not depend on the date. */
type FixedStyle = Exclude<DateStyle, "brief">;

const STYLES: Record<FixedStyle, Intl.DateTimeFormatOptions> = {
  day: { day: "numeric", month: "long", year: "numeric" },
  shortDay: { day: "numeric", month: "long" },
  briefDay: { day: "numeric", month: "short" },
  briefMonth: { month: "short", year: "numeric" },
  weekday: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  weekdayShort: { weekday: "long", day: "numeric", month: "long" },
  moment: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
  month: { month: "long", year: "numeric" },
  monthName: { month: "long" },
  dayOfMonth: { day: "numeric" },
  time: { hour: "2-digit", minute: "2-digit" },
  clock: { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
};

/** What the format of dates depends on: the edition's language, its time zone and its date (YYYY-MM-DD). */
export type Calendar = { language: string; timeZone: string; date?: string | undefined };

const CalendarContext = createContext<Calendar>({ language: "en", timeZone: "UTC" });

export const CalendarProvider = CalendarContext.Provider;

export function useCalendar(): Calendar {
  return useContext(CalendarContext);
}

/** Building a formatter costs far more than using one, and a build formats a hundred thousand dates. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * @param date an instant, a day "2024-04-22" or a month "2024-04"; the last two have no time zone
 * @returns the date in the calendar's language: "22 April 2024, 07:10"
 */
export function formatDate(date: string, style: DateStyle, calendar: Calendar): string {
  const { language, timeZone } = calendar;
  const shown = fixedStyle(date, style, calendar);
  const text = formatter(shown, language, date.includes("T") ? timeZone : "UTC").format(new Date(date));
  // "Monday 22 April", but "Monday, April 22" where the month comes first.
  return language.startsWith("en") ? text.replace(" at ", ", ").replace(/^(\p{L}+), (?=\d)/u, "$1 ") : text;
}

/** Whether a date has a time to show. Archives that know only the day put their stories at midnight, a time that means nothing. */
export function hasTime(date: string, { timeZone }: Calendar): boolean {
  return date.includes("T") && formatter("clock", "en", timeZone).format(new Date(date)) !== "00:00:00";
}

/** Whether an instant is on that day (YYYY-MM-DD) in the paper's time zone. */
export function isOnDay(date: string, day: string, calendar: Calendar): boolean {
  return formatDate(date, "day", calendar) === formatDate(day, "day", calendar);
}

function fixedStyle(date: string, style: DateStyle, calendar: Calendar): FixedStyle {
  const { date: today } = calendar;
  if (style === "moment") return hasTime(date, calendar) ? style : "day";
  if (style !== "brief") return withYear(style, date, today);
  return today && isOnDay(date, today, calendar) && hasTime(date, calendar) ? "time" : withYear("briefDay", date, today);
}

/** "1 June" alone would be read as this year's. */
function withYear(style: FixedStyle, date: string, today: string | undefined): FixedStyle {
  if (today === undefined || date.slice(0, 4) === today.slice(0, 4)) return style;
  return style === "shortDay" ? "day" : style === "briefDay" ? "briefMonth" : style;
}

/** A date that stands alone, such as a heading. */
export function formatDateAlone(date: string, style: DateStyle, calendar: Calendar): string {
  return capitalised(formatDate(date, style, calendar), calendar.language);
}

function formatter(style: FixedStyle, language: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${style}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(dateLocale(language), { ...STYLES[style], ...hours(style, language), ...GREGORIAN, timeZone });
  formatters.set(key, made);
  return made;
}

function hours(style: FixedStyle, language: string): Intl.DateTimeFormatOptions {
  const { hour, hourCycle } = STYLES[style];
  return hour === undefined || hourCycle !== undefined ? {} : hourOptions(language);
}
