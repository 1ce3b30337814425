import type { Article } from "#content/article.ts";
import { milliseconds } from "#content/instant.ts";

/** An article in its place in the edition. `rank` counts from the oldest story, 0; `day` is YYYY-MM-DD in the edition's time zone. */
export type Story = { article: Article; at: number; day: string; rank: number };

/**
 * The order of stories everywhere: oldest first, by the moment of publication
 * (not by its text, since zones differ), then by slug, so that the same
 * articles give the same pages whatever order they were read in.
 */
export function inOrder(articles: Article[], timeZone: string): Story[] {
  const dayOf = dayIn(timeZone);
  return articles
    .map((article) => ({ article, at: milliseconds(article.datePublished) }))
    .toSorted((a, b) => a.at - b.at || (a.article.slug < b.article.slug ? -1 : 1))
    .map(({ article, at }, rank) => ({ article, at, day: dayOf(at), rank }));
}

/** For sort(): the newest story first. */
export const newestFirst = (a: Story, b: Story): number => b.rank - a.rank;

/** The newest `most` of stories that stand oldest first, newest first. */
export function newest(stories: Story[], most: number): Story[] {
  return stories.slice(-most).toReversed();
}

/** For sort(): the most urgent story first, then one with a picture, then the newest. */
export const mostUrgentFirst = (a: Story, b: Story): number =>
  a.article.urgency - b.article.urgency || Number(Boolean(b.article.image)) - Number(Boolean(a.article.image)) || newestFirst(a, b);

/**
 * Gives the function that names the day of a moment in a time zone.
 * @param timeZone an IANA name that Intl knows, such as "Europe/Amsterdam"
 * @returns milliseconds since 1970 in, YYYY-MM-DD out; one formatter serves all calls, since making one is slow
 */
function dayIn(timeZone: string): (at: number) => string {
  if (timeZone === "UTC") return (at) => new Date(at).toISOString().slice(0, 10);
  const format = new Intl.DateTimeFormat("en", { timeZone, calendar: "gregory", year: "numeric", month: "2-digit", day: "2-digit" });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map((part) => [part.type, part.value]));
    return `${(parts.get("year") ?? "").padStart(4, "0")}-${parts.get("month") ?? ""}-${parts.get("day") ?? ""}`;
  };
}
