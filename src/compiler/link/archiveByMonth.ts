import type { ArchivePage } from "#content/pages/indexPage.ts";
import { mostUrgentFirst, type Story } from "./story.ts";
import { storyLink, makeTeaser, type PageLanguage } from "./makeTeaser.ts";

type Year = { year: string; count: number; lead: Story; months: { month: string; count: number; lead: Story }[] };

/**
 * The archive by date, in the edition's time zone: the page of all years, then
 * the page of each year, newest first. Only years and months with stories appear.
 * The most urgent story leads its month and its year.
 * @param stories oldest first
 */
export function archiveByMonth(stories: Story[], edition: PageLanguage): ArchivePage[] {
  const all = years(stories);
  const overview = all.map(({ year, count, lead, months }) => ({
    year,
    count,
    lead: storyLink(lead.article, edition),
    months: months.map(({ month, count: ofMonth }) => ({ month, count: ofMonth })),
  }));
  const ofYears = all.map(({ year, count, months }, at) => ({
    year,
    previous: all[at + 1]?.year,
    next: all[at - 1]?.year,
    years: [{ year, count, months: months.map((month) => ({ ...month, lead: makeTeaser(month.lead.article, edition) })) }],
  }));
  return [{ years: overview }, ...ofYears];
}

function years(stories: Story[]): Year[] {
  const months = new Map<string, { month: string; count: number; lead: Story }>();
  for (const story of stories) {
    const month = story.day.slice(0, 7);
    const known = months.get(month);
    const count = (known?.count ?? 0) + 1;
    months.set(month, { month, count, lead: known ? first(known.lead, story) : story });
  }
  const all = new Map<string, Year>();
  for (const month of [...months.values()].toSorted((a, b) => (a.month < b.month ? 1 : -1))) {
    const name = month.month.slice(0, 4);
    const year = all.get(name) ?? { year: name, count: 0, lead: month.lead, months: [] };
    year.count += month.count;
    year.lead = first(year.lead, month.lead);
    year.months.push(month);
    all.set(name, year);
  }
  return [...all.values()];
}

const first = (a: Story, b: Story): Story => (mostUrgentFirst(a, b) <= 0 ? a : b);
