import { feedPath, latestPath, listPath, subjectPath } from "#content/paths.ts";
import type { Draft, DraftRef } from "../draft/draft.ts";
import { type NameIndex, slugOf } from "./nameIndex.ts";
import type { Names } from "./subjectNames.ts";

/** Where the lists of a former site are now: its categories, tags, authors, months and feeds. */
export type FormerLists = {
  /** @param nameOf gives the current names for those of the article; without it they stay as written */
  add: (article: Subjects, nameOf?: Names) => void;
  /** The current path of a list; undefined if the path is no list, or if this edition has none for it. */
  find: (path: string) => string | undefined;
  /** All lists by their former names. */
  all: () => FormerList[];
};

/** A list of a former site: its name there ("2014/03" for a month), where it is now, and how many stories it has. */
export type FormerList = { kind: "section" | "topic" | "author" | "month"; name: string; slug: string; count: number };

type Subjects = Pick<Draft, "section" | "topics" | "authors"> & { datePublished: string };

/** The current slugs of lists by their former slugs, and the number of stories. */
type Slugs = Map<string, { slug: string; count: number }>;

/** Whether `find` may find a list at a path, so that it is worth gathering them. */
export const mayBeList = (path: string): boolean => LIST.test(path);

const LIST =
  /^\/(?:category|categories|sections?|channel|tags?|topic|keywords?|authors?|writer|user|profile|page|\d{4})\/|^\/(?:feed|rss2?|atom)\/?$/u;

/** Gathers the lists of a former site. Months are taken from dates as written, without a time zone: that is exact enough for a link. */
export function formerLists(): FormerLists {
  const [sections, topics, authors]: [Slugs, Slugs, Slugs] = [new Map(), new Map(), new Map()];
  const months = new Map<string, number>();
  const add: FormerLists["add"] = ({ section, topics: ofArticle, authors: by, datePublished }, nameOf) => {
    if (section) note(sections, section, nameOf?.section);
    for (const topic of ofArticle) note(topics, topic, nameOf?.topic);
    for (const author of by) note(authors, author, nameOf?.author);
    const month = datePublished.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + 1);
  };
  const find: FormerLists["find"] = (path) => {
    const [, kind = "", inside = ""] = /^\/([a-z-]+)\/(.+?)\/?$/u.exec(path) ?? [];
    // A numbered page of a list at a path that this edition uses too is its own.
    const name = /^(?:section|topic|author)$/u.test(kind) ? inside : inside.replace(/\/(?:page\/\d+|feed|rss|rss2|atom)$/u, "");
    if (name.includes("/page/")) return undefined;
    const last = name.replace(/^.*\//u, "");
    if (/^(?:category|categories|section|sections|channel)$/u.test(kind))
      return among(sections, "section", last) ?? among(topics, "topic", last);
    if (/^(?:tag|tags|topic|keyword|keywords)$/u.test(kind)) return among(topics, "topic", last) ?? among(sections, "section", last);
    if (/^(?:author|authors|writer|user|profile)$/u.test(kind)) return among(authors, "author", last);
    const [, year, month] = /^\/(\d{4})\/(\d{2})(?:\/\d{2})?\/?$/u.exec(path) ?? [];
    if (year !== undefined && months.has(`${year}-${month}`)) return listPath("month", `${year}-${month}`);
    if (/^\/page\/\d+\/?$/u.test(path)) return latestPath;
    return /^\/(?:feed|rss|rss2|atom)\/?$/u.test(path) ? feedPath("latest", "", "rss") : undefined;
  };
  const listsOf = (kind: FormerList["kind"], slugs: Slugs): FormerList[] => [...slugs].map(([name, now]) => ({ kind, name, ...now }));
  const all = (): FormerList[] => [
    ...listsOf("section", sections),
    ...listsOf("topic", topics),
    ...listsOf("author", authors),
    ...[...months].map(([slug, count]) => ({ kind: "month" as const, name: slug.replace("-", "/"), slug, count })),
  ];
  return { add, find, all };
}

function note(slugs: Slugs, ref: DraftRef, nameOf: NameIndex = (own) => ({ slug: slugOf(own), name: own.name })): void {
  const found = nameOf(ref);
  if (!found || found.slug === "") return;
  for (const slug of new Set([slugOf(ref).toLowerCase(), found.slug.toLowerCase()]))
    slugs.set(slug, { slug: found.slug, count: (slugs.get(slug)?.count ?? 0) + 1 });
}

function among(slugs: Slugs, kind: "section" | "topic" | "author", slug: string): string | undefined {
  const found = slugs.get(slug.toLowerCase());
  return found === undefined ? undefined : subjectPath(kind, found.slug);
}
