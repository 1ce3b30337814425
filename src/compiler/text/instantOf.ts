import { isInstant } from "#content/instant.ts";
import { inEnglish } from "./inEnglish.ts";
import { offsetIn, utc } from "./offsetIn.ts";

/** How to write a date that could not be read. */
export const DATE_REMEDY = "Write it as 2024-03-12, or 2024-03-12T09:30:00+01:00.";

/**
 * Converts a date, as people and programs write it, to an instant with its zone.
 * Without a zone it is in the given one; a date without a time starts at 00:00 there.
 * It recognises ISO 8601 and similar forms ("2015-09-21 16:52 -4"), RFC 5322, 822
 * and 850, asctime, month names in English and some thirty other languages,
 * "12.03.2014", seconds or milliseconds since 1970, and "13/03/2014" if only one
 * of the numbers can be the day.
 * @returns undefined for a date that does not exist or is ambiguous
 */
export function instantOf(written: string, timeZone: string): string | undefined {
  if (isInstant(written)) return written;
  const text = yearFirst(extended(written.trim().replace(/\s+/gu, " ")));
  if (isInstant(text)) return text;
  if (/^\d{10}(?:\d{3})?$/u.test(text)) return new Date(Number(text.padEnd(13, "0"))).toISOString().replace(".000Z", "Z");
  const found = dateIn(text) ?? dateIn(inEnglish(text));
  const time = found && timeIn(found.rest);
  if (!found || !time) return undefined;
  const { year, month, day } = found;
  const midnight = utc(year, month, day);
  if (new Date(midnight).getUTCDate() !== day || month < 1 || month > 12) return undefined;
  const local = midnight + ((time.hour * 60 + time.minute) * 60 + time.second) * 1000 + time.millisecond;
  const zone = time.zone ?? zoneOf(offsetIn(timeZone, local), timeZone);
  const instant = `${new Date(local).toISOString().replace(/(?:\.000)?Z$/u, "")}${zone}`;
  return isInstant(instant) ? instant : undefined;
}

/** The local time in a zone, to the minute, as "2024-04-22 20:10". @param at a date, or milliseconds since 1970 */
export function localMinute(at: Date | number, timeZone: string): string {
  // The Swedish format is ISO 8601.
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(at);
}

/** Converts ISO 8601's basic format, which NITF uses, to the extended one: "20300422T071000Z". */
const extended = (text: string): string =>
  text.replace(
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(?!\d)/u,
    (_, year, month, day, hour, minute, second = "00") => `${year}-${month}-${day}T${hour}:${minute}:${second}`,
  );

/**
 * Moves the year before the time. C's asctime, which HTTP allows (RFC 9110, 5.6.7), has it last; `date` and Twitter also put the
 * zone before it: "Sun Nov 6 08:49:37 PST 1994".
 */
const yearFirst = (text: string): string =>
  text.replace(
    /^([a-z]{3} [a-z]{3} \d{1,2}) (\d\d:\d\d(?::\d\d)?)( [a-z]{2,5}| [+-]\d{4})? (\d{4})$/iu,
    (_, day, time, zone = "", year) => `${day} ${year} ${time}${zone}`,
  );

function zoneOf(minutes: number, timeZone: string): string {
  if (minutes === 0 && /^(?:Etc\/)?(?:UTC|GMT)$/u.test(timeZone)) return "Z";
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}

type Day = { year: number; month: number; day: number };

const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const WEEKDAY = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? )?";
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const monthNumber = (name = ""): number => MONTHS.indexOf(name.toLowerCase()) + 1;

const DATES: [RegExp, (parts: string[]) => Day | undefined][] = [
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/u, ([year, , month, day]) => toDay(year, Number(month), day)],
  [/^(\d{4})(\d\d)(\d\d)(?!\d)/u, ([year, month, day]) => toDay(year, Number(month), day)],
  [
    new RegExp(`^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH},?[ -](\\d{4}|\\d\\d)(?!\\d)`, "iu"),
    ([day, month, year]) => toDay(year, monthNumber(month), day),
  ],
  [
    new RegExp(`^${WEEKDAY}${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, "iu"),
    ([month, day, year]) => toDay(year, monthNumber(month), day),
  ],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/u, ([day, month, year]) => toDay(year, Number(month), day)],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/u, ([first, second, year]) => slashed(Number(first), Number(second), year)],
];

function dateIn(text: string): (Day & { rest: string }) | undefined {
  for (const [pattern, read] of DATES) {
    const match = pattern.exec(text);
    const day = match && read(match.slice(1));
    if (match && day) return { ...day, rest: text.slice(match[0].length) };
  }
  return undefined;
}

const toDay = (year = "", month = 0, day = ""): Day => ({ year: fullYear(year), month, day: Number(day) });

/** Two-digit years, as in RFC 822, are those from 1950 to 2049 (RFC 5322, 4.3). */
const fullYear = (year: string): number => Number(year.length > 2 ? year : `${Number(year) < 50 ? "20" : "19"}${year}`);

/** The US writes the month first, most other countries the day. */
function slashed(first: number, second: number, year = ""): Day | undefined {
  if (first > 12) return { year: Number(year), month: second, day: first };
  return second > 12 || first === second ? { year: Number(year), month: first, day: second } : undefined;
}

const TIME = /^(?:,? at |[T, ]+)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?(?:([ap])\.?m(?![a-z])\.?)?(.*)$/iu;

type Time = { hour: number; minute: number; second: number; millisecond: number; zone?: string };

function timeIn(rest: string): Time | undefined {
  const [, hours, minutes, seconds, fraction, half, after = rest] = TIME.exec(rest) ?? [];
  const zone = zoneIn(after.trim());
  const hour = half === undefined ? Number(hours ?? 0) : (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  const minute = Number(minutes ?? 0);
  // A leap second is 60 (RFC 3339, 5.6); it is read as the second after it.
  const second = Number(seconds ?? 0);
  if (zone === undefined || hour > 23 || minute > 59 || second > 60) return undefined;
  const millisecond = Number((fraction ?? "").padEnd(3, "0").slice(0, 3));
  return { hour, minute, second, millisecond, ...(zone !== "" && { zone }) };
}

/** The UTC offsets of the zone names in RFC 5322 (4.3), and of others that are unambiguous in news. */
const NAMED: Record<string, string> = {
  WET: "+00:00",
  BST: "+01:00",
  WEST: "+01:00",
  CET: "+01:00",
  CEST: "+02:00",
  EET: "+02:00",
  EEST: "+03:00",
  MSK: "+03:00",
  JST: "+09:00",
  KST: "+09:00",
  AEST: "+10:00",
  AEDT: "+11:00",
  NZST: "+12:00",
  NZDT: "+13:00",
  EST: "-05:00",
  EDT: "-04:00",
  CST: "-06:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00", // prettier-ignore
};

/** "" if no zone is written, undefined if the text is not a zone. A name after an offset only repeats it: "+0100 (CET)". */
function zoneIn(text: string): string | undefined {
  if (text === "") return "";
  if (/^(?:Z|UTC?|GMT)$/iu.test(text)) return "Z";
  const named = NAMED[text.toUpperCase()];
  if (named !== undefined) return named;
  const [, sign, hours, minutes] = /^(?:GMT|UTC)?([+-])(\d{1,2})(?::?(\d\d))?(?: \(?[\w ]+\)?)?$/u.exec(text) ?? [];
  return hours === undefined ? undefined : `${sign}${hours.padStart(2, "0")}:${minutes ?? "00"}`;
}
