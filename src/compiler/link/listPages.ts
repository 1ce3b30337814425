import type { Article } from "#content/article.ts";
import type { Edition } from "#content/edition/edition.ts";
import { type Day, type ListPage, olderThanNewest, PAGE_SIZE } from "#content/pages/listPage.ts";
import { appendOnly } from "./appendOnly.ts";
import type { List } from "./lists.ts";
import { groupBy } from "./groupBy.ts";
import { isEpisode, newestFirst, type Story } from "./story.ts";
import { teaser } from "./teaser.ts";

/** A page of a list before it is made: its number, none for the newest; the stories on it, oldest first; and those that it tells of. */
export type PageOfList = { page: number | undefined; stories: Story[]; of: Story[]; make: () => ListPage };

/**
 * A list as pages that only ever grow at the end: page 1 holds its oldest
 * stories and, once full, keeps them for good. A story newer than all others
 * rewrites the newest page alone, and every 20th adds a numbered one (then the
 * numbered page before it learns that there is a newer).
 * @param related gives the chips of the newest page; numbered pages have none, since chips change
 */
export function* listPages(list: List, edition: Edition, related: () => ListPage["related"]): Generator<PageOfList> {
  const { newest, fullPages, numbered } = appendOnly(list.stories);
  yield { page: undefined, stories: newest, of: list.stories, make: () => newestPage(list, newest, fullPages, edition, related()) };
  for (const { page, newer, items: stories } of numbered)
    yield { page, stories, of: stories, make: () => numberedPage(list, stories, page, newer, edition) };
}

/** The last full page and what has not filled the next yet: 20 to 39 stories, or fewer in a list shorter than a page. */
function newestPage(list: List, stories: Story[], fullPages: number, edition: Edition, related: ListPage["related"]): ListPage {
  const bytes = list.stories.reduce((sum, { article }) => sum + keptBytes(article), 0);
  const count = list.stories.length;
  const older = olderThanNewest({ count, fullPages }) * PAGE_SIZE;
  const calendar = list.beside && { ...list.beside, days: daysOnPages(list.stories, older) };
  return {
    ...title(list),
    ...(list.profile && { profile: list.profile }),
    ...(list.kind !== "month" && list.stories.some(isEpisode) && { podcast: true }),
    count,
    fullPages,
    bytes,
    ...(calendar && { calendar }),
    related,
    days: days(stories, edition),
  };
}

/**
 * The days of a month in their order, each with the page on which its newest story stands.
 * @param older how many of the stories, from the oldest, the newest page does not show
 */
function daysOnPages(stories: Story[], older: number): NonNullable<ListPage["calendar"]>["days"] {
  const last = new Map(stories.map(({ day }, place) => [day, place]));
  return [...last].map(([date, place]) => (place < older ? { date, page: Math.floor(place / PAGE_SIZE) + 1 } : { date }));
}

function numberedPage(list: List, stories: Story[], page: number, newer: boolean, edition: Edition): ListPage {
  return { ...title(list), page, ...(newer && { newer }), related: [], days: days(stories, edition) };
}

function title({
  kind,
  slug,
  name,
  description,
  authorKind,
}: List): Pick<ListPage, "kind" | "slug" | "name" | "description" | "authorKind"> {
  return { kind, slug, name, description, authorKind };
}

function days(stories: Story[], edition: Edition): Day[] {
  const byDay = groupBy(stories.toSorted(newestFirst), ({ day }) => day);
  return [...byDay].map(([date, ofDay]) => ({ date, teasers: ofDay.map(({ article }) => teaser(article, edition)) }));
}

/** About what a story's file takes besides its text, a minute of text, a drawing and a photo in one width, in bytes. */
const STORY = 5000;
const MINUTE = 1600;
const DRAWING = 8000;
const PHOTO = 80_000;

/**
 * About how many bytes a device needs to keep a story with its picture. Told
 * without its body, which need not be read for it when nothing has changed.
 */
function keptBytes({ readingMinutes, image }: Article): number {
  const picture = image === undefined ? 0 : image.url.endsWith(".svg") ? DRAWING : PHOTO;
  return STORY + readingMinutes * MINUTE + picture;
}
