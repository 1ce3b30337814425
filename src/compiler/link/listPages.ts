import type { Edition } from "#content/edition.ts";
import { type Day, type ListPage, PAGE_SIZE } from "#content/listPage.ts";
import { keptBytes } from "./keptBytes.ts";
import type { List } from "./lists.ts";
import { groupBy } from "./groupBy.ts";
import { newestFirst, type Story } from "./story.ts";
import { teaser } from "./teaser.ts";

/**
 * A list as pages that only ever grow at the end: page 1 holds its oldest
 * stories and, once full, keeps them for good. A story newer than all others
 * rewrites the newest page alone, and every 20th adds a numbered one (then the
 * numbered page before it learns that there is a newer).
 * @param related the chips of the newest page; numbered pages have none, since chips change
 */
export function* listPages(list: List, edition: Edition, related: ListPage["related"]): Generator<ListPage> {
  const fullPages = Math.floor(list.stories.length / PAGE_SIZE);
  yield newestPage(list, fullPages, edition, related);
  for (let page = 1; page <= fullPages; page += 1) yield numberedPage(list, page, page < fullPages, edition);
}

/** The last full page and what has not filled the next yet: 20 to 39 stories, or fewer in a list shorter than a page. */
function newestPage(list: List, fullPages: number, edition: Edition, related: ListPage["related"]): ListPage {
  const stories = list.stories.slice(Math.max(0, fullPages - 1) * PAGE_SIZE);
  const bytes = list.stories.reduce((sum, { article }) => sum + keptBytes(article), 0);
  return { ...title(list), count: list.stories.length, fullPages, bytes, related, days: days(stories, edition) };
}

function numberedPage(list: List, page: number, newer: boolean, edition: Edition): ListPage {
  const stories = list.stories.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
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

/** When the newest story of a page was published. */
export function newestOn({ days: [newestDay] }: ListPage): string | undefined {
  return newestDay?.teasers[0]?.datePublished;
}

function days(stories: Story[], edition: Edition): Day[] {
  const byDay = groupBy(stories.toSorted(newestFirst), ({ day }) => day);
  return [...byDay].map(([date, ofDay]) => ({ date, teasers: ofDay.map(({ article }) => teaser(article, edition)) }));
}
