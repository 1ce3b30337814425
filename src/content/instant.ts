import * as v from "valibot";

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/u;

/**
 * An ISO 8601 date and time with its zone, as in schema.org's DateTime and
 * ninjs's `versioncreated`. The zone is kept as written.
 */
export const InstantSchema = v.pipe(
  v.string(),
  v.regex(INSTANT, "must be a date and time with zone, such as 2024-04-22T07:10:00Z"),
  v.check(isDay, "is not a day of the calendar"),
);

/** Whether InstantSchema accepts a text. Quicker than the schema, since an archive checks every story. */
export function isInstant(text: string): boolean {
  return INSTANT.test(text) && isDay(text);
}

/** Checks the day itself, since V8 parses the 31st of June as the 1st of July. */
function isDay(text: string): boolean {
  const day = text.slice(8, 10);
  return !Number.isNaN(Date.parse(text)) && (day <= "28" || new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDate() === Number(day));
}

/** The milliseconds since 1970 of an instant that InstantSchema has accepted. */
export function milliseconds(instant: string): number {
  return Date.parse(instant);
}
