/** Days YYYY-MM-DD from `from` on and before `until`. */
export type Days = { from?: string | undefined; until?: string | undefined };

const DATE = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/u;

/**
 * The days that before:, after: or on: a day, month or year mean. before: ends
 * before its first day, after: begins after its last.
 * @returns undefined for what is not a date of the calendar
 */
export function parseDates(field: "before" | "after" | "on", value: string): Days | undefined {
  const match = DATE.exec(value);
  if (!match) return undefined;
  const [, year = "", month, day] = match;
  const first = new Date(`${year}-${two(month)}-${two(day)}T00:00:00Z`);
  if (Number.isNaN(first.getTime()) || (day !== undefined && first.getUTCDate() !== Number(day))) return undefined;
  const next = new Date(first);
  if (month === undefined) next.setUTCFullYear(next.getUTCFullYear() + 1);
  else if (day === undefined) next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCDate(next.getUTCDate() + 1);
  const [from, until] = [dayOf(first), dayOf(next)];
  if (field === "before") return { until: from };
  return field === "after" ? { from: until } : { from, until };
}

const two = (part: string | undefined): string => (part ?? "1").padStart(2, "0");

/** Days are compared as text, so that a year of five digits must not come up. */
function dayOf(date: Date): string {
  return date.getUTCFullYear() > 9999 ? "9999-12-31" : date.toISOString().slice(0, 10);
}
