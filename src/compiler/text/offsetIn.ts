const formats = new Map<string, Intl.DateTimeFormat>();

/** In milliseconds: no zone changes its clocks twice in two days. */
const DAY = 86_400_000;

/**
 * The UTC offset of a time zone at a local time, in minutes. In an hour that the clocks skip or repeat, it is the offset before.
 * @param local the local time in milliseconds, as if it were UTC
 */
export function offsetIn(timeZone: string, local: number): number {
  const isAt = (offset: number): boolean => offsetAt(timeZone, local - offset * 60_000) === offset;
  const before = offsetAt(timeZone, local - DAY);
  if (isAt(before)) return before;
  const after = offsetAt(timeZone, local + DAY);
  return isAt(after) ? after : before;
}

/** Rounded to minutes: before standard time, offsets include seconds. */
function offsetAt(timeZone: string, instant: number): number {
  const format = formats.get(timeZone) ?? newFormat(timeZone);
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Math.round((utc(year, month, day) + ((hour * 60 + minute) * 60 + second) * 1000 - instant) / 60_000);
}

/** The start of a day in UTC, in milliseconds; `month` counts from 1. Date.UTC takes the year 99 for 1999. */
export const utc = (year: number, month: number, day: number): number => new Date(0).setUTCFullYear(year, month - 1, day);

function newFormat(timeZone: string): Intl.DateTimeFormat {
  const numeric = "numeric";
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formats.set(timeZone, format);
  return format;
}
