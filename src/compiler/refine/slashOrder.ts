/** Which number of "03/04/2024" is the day. */
export type SlashOrder = { dayFirst: boolean; why: string };

const SLASHED = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)(.*)$/su;

/**
 * How an edition writes dates with slashes, told by those that can be read in
 * one way only, else by a language with a region that is known to. Undefined
 * where they disagree, and where nothing tells.
 */
export function slashOrder(written: Iterable<string | undefined>, language: string): SlashOrder | undefined {
  const seen = { dayFirst: false, monthFirst: false };
  for (const date of written) {
    // Nearly all archives have none.
    if (!date?.includes("/")) continue;
    const [, first = "", second = ""] = SLASHED.exec(date) ?? [];
    if (Number(first) > 12) seen.dayFirst = true;
    if (Number(second) > 12) seen.monthFirst = true;
  }
  if (seen.dayFirst !== seen.monthFirst) return { dayFirst: seen.dayFirst, why: "as other dates of this edition are written" };
  if (seen.dayFirst) return undefined;
  if (/^en-us$/iu.test(language)) return { dayFirst: false, why: `as is usual in ${language}` };
  return /^(?:en-(?:gb|au|nz|ie|in|za)|fr|es|it|pt|nl|da)\b/iu.test(language)
    ? { dayFirst: true, why: `as is usual in ${language}` }
    : undefined;
}

/** A date with slashes as ISO 8601 has it, the rest as it was; undefined for any other date. */
export function unslashed(written: string, { dayFirst }: SlashOrder): string | undefined {
  const [, first, second, year, rest] = SLASHED.exec(written) ?? [];
  if (first === undefined || second === undefined || year === undefined || rest === undefined) return undefined;
  const [day, month] = dayFirst ? [first, second] : [second, first];
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}${rest}`;
}
