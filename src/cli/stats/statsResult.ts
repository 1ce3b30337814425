import { csvFormatRows } from "d3-dsv";
import { storyAt } from "#content/paths.ts";
import type { PublishedPages } from "./publishedPages.ts";
import { suggestedPages } from "./suggestedPages.ts";
import type { Tally } from "./tally.ts";

/** How often a page was opened by a navigation, and how often the app requested its data on another page. */
export type PageCount = { path: string; headline?: string; opened: number; inApp: number };

type Count = { name: string; count: number };

/** The result of counting: stats.json. It names no reader, and no address that only one has. */
export type StatsResult = {
  /** The first and the last request counted, ISO 8601 in UTC; undefined if there is none. */
  from?: string;
  to?: string;
  requests: number;
  opened: number;
  inApp: number;
  bots: number;
  prefetched: number;
  stored: number;
  notFound: number;
  unreadable: number;
  stories: PageCount[];
  /** Pages of topics, sections, authors, places and threads, with those of their numbered pages. */
  subjects: PageCount[];
  pages: PageCount[];
  referrers: Count[];
  feeds: Count[];
  /** `redirect`: a line for redirects.csv, if there is a page that was probably meant. */
  missing: (Count & { redirect?: string })[];
};

/** Referrers with fewer visits are left out: a private page that links to the paper could tell who followed its link. */
const LEAST_VISITS = 3;

/** How many missing addresses are listed: looking for a page that was meant takes a while. */
const MOST_MISSING = 1_000;

/** Sorts what was counted. @param published without it, there are no headlines and no suggestions */
export function statsResult(tally: Tally, unreadable: number, published?: PublishedPages): StatsResult {
  const pages = pageCounts(tally, published);
  const suggested = suggestedPages(published?.paths ?? new Set());
  // What was missing when it was logged may have a page or a redirect by now.
  const missing = sortedCounts(tally.missing).filter(({ name }) => published?.hasAnswer(name) !== true);
  return {
    ...(tally.requests > 0 && { from: new Date(tally.from).toISOString(), to: new Date(tally.to).toISOString() }),
    requests: tally.requests,
    opened: sum(tally.opened),
    inApp: sum(tally.inApp),
    bots: tally.bots,
    prefetched: tally.prefetched,
    stored: tally.stored,
    notFound: tally.notFound,
    unreadable,
    stories: pages.filter(({ path }) => storyAt(path)),
    subjects: pages.filter(({ path }) => SUBJECT.test(path)),
    pages: pages.filter(({ path }) => !storyAt(path) && !SUBJECT.test(path)),
    referrers: sortedCounts(tally.referrers).filter(({ count }) => count >= LEAST_VISITS),
    feeds: sortedCounts(tally.feeds),
    missing: missing.slice(0, MOST_MISSING).map((each) => {
      const to = suggested(each.name);
      return { ...each, ...(to !== undefined && { redirect: csvFormatRows([[each.name, to, ""]]) }) };
    }),
  };
}

/** The same as one table: stats.csv. */
export const statsCsv = ({ stories, subjects, pages, referrers, feeds, missing }: StatsResult): string =>
  `${csvFormatRows([
    ["kind", "name", "headline", "count", "in_app"],
    ...(Object.entries({ story: stories, subject: subjects, page: pages }) satisfies [string, PageCount[]][]).flatMap(([kind, all]) =>
      all.map(({ path, headline = "", opened, inApp }) => [kind, path, headline, String(opened), String(inApp)]),
    ),
    ...(Object.entries({ referrer: referrers, feed: feeds, missing }) satisfies [string, Count[]][]).flatMap(([kind, all]) =>
      all.map(({ name, count }) => [kind, name, "", String(count), ""]),
    ),
  ])}\n`;

const SUBJECT = /^(?:\/[^/]+)?\/(?:topic|section|author|place|thread)\/[^/]+$/u;

/** Headlines are in the files of the stories, so only those of the stories read most are looked up. */
const MOST_HEADLINES = 1_000;

function pageCounts({ opened, inApp }: Tally, published: PublishedPages | undefined): PageCount[] {
  const all = new Map<string, PageCount>();
  const at = (path: string): PageCount => {
    const page = path.replace(/\/page\/\d+$/u, "");
    const count = all.get(page) ?? { path: page, opened: 0, inApp: 0 };
    all.set(page, count);
    return count;
  };
  for (const [path, count] of opened) at(path).opened += count;
  for (const [path, count] of inApp) at(path).inApp += count;
  const sorted = [...all.values()].toSorted((a, b) => b.opened - a.opened || b.inApp - a.inApp || (a.path < b.path ? -1 : 1));
  return sorted.map(({ path, ...counts }, place) => {
    const headline = place < MOST_HEADLINES ? published?.headlineAt(path) : undefined;
    return { path, ...(headline !== undefined && { headline }), ...counts };
  });
}

const sortedCounts = (counts: Map<string, number>): Count[] =>
  [...counts].map(([name, count]) => ({ name, count })).toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));

const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((all, count) => all + count, 0);
