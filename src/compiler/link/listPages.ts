import type { Article } from "#content/article.ts";
import type { Edition } from "#content/edition/edition.ts";
import { type Day, type ListPage, olderThanNewest, PAGE_SIZE } from "#content/pages/listPage.ts";
import { appendOnly } from "./appendOnly.ts";
import type { List } from "./lists.ts";
import { groupBy } from "../text/groupBy.ts";
import { isEpisode, newestFirst, type Story } from "./story.ts";
import { teaserOn } from "./makeTeaser.ts";

/** A page of a list before it is made: `page` is undefined for the newest; `stories` are on it, oldest first; it depends on all in `of`. */
export type PageOfList = { page: number | undefined; stories: Story[]; of: Story[]; make: () => ListPage };

/**
 * Divides a list into append-only pages: page 1 has its oldest stories and, once
 * full, never changes. A story newer than all others changes only the newest page,
 * and every 20th adds a numbered page (the numbered page before it then gets its
 * link to a newer one).
 * @param related makes the chips of the newest page; numbered pages have none, since chips change
 */
export function* listPages(list: List, edition: Edition, related: () => ListPage["related"]): Generator<PageOfList> {
  const { newest, fullPages, numbered } = appendOnly(list.stories);
  yield { page: undefined, stories: newest, of: list.stories, make: () => newestPage(list, newest, fullPages, edition, related()) };
  for (const { page, newer, items: stories } of numbered)
    yield { page, stories, of: stories, make: () => numberedPage(list, stories, page, newer, edition) };
}

/** The last full page and the stories after it: 20 to 39 stories, or fewer if the list is shorter than a page. */
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
    days: days(list, stories, edition),
  };
}

/**
 * The days of a month in order, each with the page that has its newest story.
 * @param older how many of the oldest stories are not on the newest page
 */
function daysOnPages(stories: Story[], older: number): NonNullable<ListPage["calendar"]>["days"] {
  const last = new Map(stories.map(({ day }, place) => [day, place]));
  return [...last].map(([date, place]) => (place < older ? { date, page: Math.floor(place / PAGE_SIZE) + 1 } : { date }));
}

function numberedPage(list: List, stories: Story[], page: number, newer: boolean, edition: Edition): ListPage {
  return { ...title(list), page, ...(newer && { newer }), related: [], days: days(list, stories, edition) };
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

function days(list: List, stories: Story[], edition: Edition): Day[] {
  const byDay = groupBy(stories.toSorted(newestFirst), ({ day }) => day);
  return [...byDay].map(([date, ofDay]) => ({ date, teasers: ofDay.map(({ article }) => teaserOn(list, article, edition)) }));
}

/** The approximate sizes of a story's file without its text, a minute of text, a drawing and a photo in one width, in bytes. */
const STORY = 5000;
const MINUTE = 1600;
const DRAWING = 8000;
const PHOTO = 80_000;

/**
 * Roughly how many bytes a device needs to store a story with its picture. It is
 * estimated without the body, so that this need not be read if nothing has changed.
 */
function keptBytes({ readingMinutes, image }: Article): number {
  const picture = image === undefined ? 0 : image.url.endsWith(".svg") ? DRAWING : PHOTO;
  return STORY + readingMinutes * MINUTE + picture;
}
