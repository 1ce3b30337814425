import type { ArchivePage } from "#content/indexPage.ts";
import type { Story } from "./story.ts";

type Year = ArchivePage["years"][number];

/**
 * The archive by date, in the edition's time zone: the page of all years, then
 * the page of each year, newest first. Only years and months that have stories.
 * @param stories oldest first
 */
export function archive(stories: Story[]): ArchivePage[] {
  const all = years(stories);
  return [{ years: all }, ...all.map((year) => ({ year: year.year, years: [year] }))];
}

function years(stories: Story[]): Year[] {
  const counts = new Map<string, number>();
  for (const { day } of stories) counts.set(day.slice(0, 7), (counts.get(day.slice(0, 7)) ?? 0) + 1);
  const all = new Map<string, Year>();
  for (const [month, count] of [...counts].toSorted(([a], [b]) => (a < b ? 1 : -1))) {
    const name = month.slice(0, 4);
    const year = all.get(name) ?? { year: name, count: 0, months: [] };
    year.count += count;
    year.months.push({ month, count });
    all.set(name, year);
  }
  return [...all.values()];
}
