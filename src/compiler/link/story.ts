import { dayIn } from "static-search/text/day";
import type { Article } from "#content/article.ts";
import { milliseconds } from "#content/instant.ts";

/** An article with its place in the edition. `rank` counts from the oldest story, 0; `day` is YYYY-MM-DD in the edition's time zone. */
export type Story = { article: Article; at: number; day: string; rank: number };

/**
 * The order of stories everywhere: oldest first, by the instant of publication
 * (not by its text, since zones differ), then by slug, so that the same
 * articles give the same pages in whatever order they are read.
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

/** The newest `most` stories, newest first. @param stories oldest first */
export function newest(stories: Story[], most: number): Story[] {
  return stories.slice(-most).toReversed();
}

/** For sort(): the most urgent story first, then one with a picture, then the newest. */
export const mostUrgentFirst = (a: Story, b: Story): number =>
  a.article.urgency - b.article.urgency || Number(Boolean(b.article.image)) - Number(Boolean(a.article.image)) || newestFirst(a, b);

/** Whether it is the work of the newsroom. An advertisement appears only where readers look for it, or where an editor has placed it. */
export const isEditorial = ({ article }: Pick<Story, "article">): boolean => article.sponsor === undefined;

/** Whether it is an episode of a podcast. */
export const isEpisode = ({ article: { audio } }: Story): boolean => audio?.kind === "episode";
