const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The UTC offset of a time zone at a local time, in minutes. In an hour that the clocks skip or repeat, it is the offset before.
 * @param local the local time in milliseconds, as if it were UTC
 */
export function offsetIn(timeZone: string, local: number): number {
  const near = offsetAt(timeZone, local);
  return offsetAt(timeZone, local - near * 60_000);
}

/** Rounded to minutes: before standard time, offsets include seconds. */
function offsetAt(timeZone: string, instant: number): number {
  const format = formats.get(timeZone) ?? newFormat(timeZone);
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - instant) / 60_000);
}

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
