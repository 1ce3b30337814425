import type { Article } from "#content/article.ts";
import type { Story } from "./story.ts";

/**
 * Gives, for the stories of an edition, oldest first, what finds those nearest
 * to one by their words: at most `most`, the nearest first, never the story
 * itself nor one that is hidden.
 */
export type StoriesNear = (stories: Story[]) => Near;
/** `isSaidAgain` tells whether a story says the words of one that was known so: while all do, the same are near. */
export type Near = { find: FindNear; isSaidAgain: (article: Article, known: string) => boolean };
export type FindNear = (story: Story, most: number, hidden: readonly Story[]) => Story[];

/** With this many stories in the strip above, a reader has enough to go on with. */
const ENOUGH = 3;
const MOST_TEASERS = 4;

/**
 * "Related stories" of a story whose topics find none, or too few: those that
 * say the same words. Undefined when there is no need.
 * @param above the stories of the strip of its topics
 */
export function relatedStrip(story: Story, above: readonly Story[], near: FindNear): Story[] | undefined {
  return above.length < ENOUGH ? near(story, MOST_TEASERS, above) : undefined;
}
