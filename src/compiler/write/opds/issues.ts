import type { Edition } from "#content/edition/edition.ts";
import { groupBy } from "../../text/groupBy.ts";
import { mostUrgentFirst, type Story } from "../../link/story.ts";
import type { Settings } from "../../settings/settings.ts";
import { compareText } from "../../text/compareText.ts";

/** The stories of a day or a week, in reading order. `name` is "2026-11-27" or "2026-W48", `day` the first day. */
export type DatedIssue = { name: string; title: string; day: string; stories: Story[] };

/** As many as a reader can read in a day, and as an e-reader has memory for, with their pictures. */
const MOST_STORIES = 100;

/**
 * The newest issues of an edition, the newest first.
 * @param stories oldest first
 * @param epub from the settings
 */
export function issuesOf(stories: Story[], edition: Edition, { issues, keep }: NonNullable<Settings["epub"]>): DatedIssue[] {
  const isDaily = issues === "daily";
  const byName = groupBy(stories, ({ day }) => (isDaily ? day : weekOf(day)));
  const format = new Intl.DateTimeFormat(edition.language, { dateStyle: "long", timeZone: "UTC" });
  return [...byName]
    .slice(-keep)
    .toReversed()
    .map(([name, of]) => {
      const first = isDaily ? new Date(name) : mondayOf(of[0]?.day ?? "");
      const title = isDaily ? format.format(first) : format.formatRange(first, new Date(first.getTime() + 6 * DAY));
      return { name, title: `${edition.name}, ${title}`, day: first.toISOString().slice(0, 10), stories: asRead(of, edition) };
    });
}

/** The most urgent stories, by section in the order of the navigation; those without a section come last. */
function asRead(stories: Story[], { sections }: Edition): Story[] {
  const places = new Map(sections.map(({ slug }, at) => [slug, at]));
  const placeOf = ({ article }: Story): number => places.get(article.section?.slug ?? "") ?? sections.length;
  const sectionOf = ({ article }: Story): string => article.section?.slug ?? "\u{FFFF}";
  return stories
    .toSorted(mostUrgentFirst)
    .slice(0, MOST_STORIES)
    .toSorted((a, b) => placeOf(a) - placeOf(b) || compareText(sectionOf(a), sectionOf(b)) || mostUrgentFirst(a, b));
}

const DAY = 24 * 60 * 60 * 1000;

function mondayOf(day: string): Date {
  const date = new Date(day);
  return new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * DAY);
}

/** The week of a day, which belongs to the year of its Thursday (ISO 8601): "2026-W48". */
export function weekOf(day: string): string {
  const thursday = new Date(mondayOf(day).getTime() + 3 * DAY);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1;
  return `${year}-W${`${week}`.padStart(2, "0")}`;
}
