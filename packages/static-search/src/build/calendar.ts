import { ByteWriter } from "../format/bytes.ts";

const DAY = 86_400_000;

/** When the documents of an archive appeared, as the manifest and the shard of days say it. */
export type Calendar = { firstDay: string; years: [string, number][]; days: Uint8Array };

/**
 * @param days the day YYYY-MM-DD of each document, ascending
 * @returns `days`: how many documents each day from the first on has, a day a number
 */
export function calendar(days: readonly string[]): Calendar {
  const years: [string, number][] = [];
  const out = new ByteWriter();
  const firstDay = days[0] ?? "";
  let at = 0;
  let day = Date.parse(firstDay);
  while (at < days.length) {
    const before = at;
    for (; at < days.length && Date.parse(days[at] ?? "") <= day; at += 1) {
      const year = (days[at] ?? "").slice(0, 4);
      if (years.at(-1)?.[0] !== year) years.push([year, at]);
    }
    out.varint(at - before);
    day += DAY;
  }
  return { firstDay, years, days: out.finish() };
}
