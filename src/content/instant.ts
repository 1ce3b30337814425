import * as v from "valibot";

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/u;

/**
 * A moment: ISO 8601 date and time with its zone, as schema.org's DateTime and
 * ninjs's `versioncreated` have it. The zone is kept as written.
 */
export const InstantSchema = v.pipe(
  v.string(),
  v.regex(INSTANT, "must be a date and time with zone, such as 2024-04-22T07:10:00Z"),
  v.check(isDay, "is not a day of the calendar"),
);

/** Whether InstantSchema lets a text through. An archive asks this of every story. */
export function isInstant(text: string): boolean {
  return INSTANT.test(text) && isDay(text);
}

/** V8 takes the 31st of June for the 1st of July. */
function isDay(text: string): boolean {
  const day = text.slice(8, 10);
  return !Number.isNaN(Date.parse(text)) && (day <= "28" || new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDate() === Number(day));
}

/** Milliseconds since 1970 of an instant that InstantSchema has let through. */
export function milliseconds(instant: string): number {
  return Date.parse(instant);
}
