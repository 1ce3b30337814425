import { Cron } from "croner";
import type { AlertSettings } from "#content/alerts/alerts.ts";

type Quiet = Pick<AlertSettings, "quiet" | "timeZone">;

const MINUTE = 60_000;

/** In minutes. */
const DAY = 24 * 60;

/** When a digest is sent, by the reader's clock, and the day of a weekly one. */
const DIGEST_TIME = "07:00";
const DIGEST_DAY = "SAT";

/**
 * The end of the quiet hours that a reader is in.
 * @param now milliseconds since 1970
 * @returns milliseconds since 1970; undefined outside quiet hours
 */
export function quietUntil({ quiet, timeZone }: Quiet, now: number): number | undefined {
  if (quiet === null || quiet.from === quiet.until) return undefined;
  const { from, until } = quiet;
  const timeAt = (moment: number) => formatOf(timeZone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(moment);
  const isQuiet = (time: string) => (from < until ? from <= time && time < until : from <= time || time < until);
  const time = timeAt(now);
  if (!isQuiet(time)) return undefined;
  const end = next(until, "*", timeZone, now);
  // Cron counts the hour that repeats at the end of summer time once: in its second run it would give the end a day late.
  const passed = now - (now % MINUTE) + ((minutesIn(until) - minutesIn(time) + DAY) % DAY) * MINUTE;
  return isQuiet(timeAt(passed)) ? end : Math.min(passed, end);
}

/** The minutes from midnight to a time of day. */
const minutesIn = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** The day of a moment by the reader's clock, as text: equal only for moments of the same day. */
export const dayOf = (now: number, timeZone: string): string => formatOf(timeZone, { dateStyle: "short" }).format(now);

/** When the next digest is due after a moment, in milliseconds since 1970; null if digests are off. */
export function nextDigest({ digest, timeZone }: Pick<AlertSettings, "digest" | "timeZone">, now: number): number | null {
  return digest === "off" ? null : next(DIGEST_TIME, digest === "weekly" ? DIGEST_DAY : "*", timeZone, now);
}

/** The next time that a clock in a zone shows a time of day. If summer time skips it, the moment after. */
function next(clock: string, weekday: string, timeZone: string, now: number): number {
  const [hour = "0", minute = "0"] = clock.split(":");
  const found = new Cron(`${Number(minute)} ${Number(hour)} * * ${weekday}`, { timezone: timeZone }).nextRun(new Date(now));
  if (found === null) throw new Error("There is no such time.");
  return found.getTime();
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Cached, since creating a format takes longer than using it. */
function formatOf(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([timeZone, options]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat("en-GB", { timeZone, ...options });
  formats.set(key, format);
  return format;
}
