import { feedPath, latestPath, listPath, subjectPath } from "#content/paths.ts";
import type { Article } from "#content/article.ts";

/** Where the lists of a former site are now: its categories, tags, authors, months and feeds. Undefined for all else, and for what is not in this edition. */
export type FormerLists = (path: string) => string | undefined;

type Subjects = Pick<Article, "section" | "topics" | "authors"> & { datePublished: string };

/** @param articles what of each can be listed. Their months are counted as they are written, near enough for a link. */
export function formerLists(articles: Iterable<Subjects>): FormerLists {
  const [sections, topics, authors, months] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { section, topics: ofArticle, authors: by, datePublished } of articles) {
    if (section) sections.add(section.slug);
    for (const { slug } of ofArticle) topics.add(slug);
    for (const { slug } of by) authors.add(slug);
    months.add(datePublished.slice(0, 7));
  }
  return (path) => {
    const [, kind = "", inside = ""] = /^\/([a-z-]+)\/(.+?)\/?$/u.exec(path) ?? [];
    // Pages of a list that this edition has too are its own.
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
}

const among = (slugs: Set<string>, kind: "section" | "topic" | "author", slug: string): string | undefined =>
  slugs.has(slug) ? subjectPath(kind, slug) : undefined;
