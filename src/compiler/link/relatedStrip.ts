import type { Article } from "#content/article.ts";
import type { Story } from "./story.ts";

/**
 * Returns, for the stories of an edition, oldest first, the function that finds those
 * most similar to a story by their words: at most `most`, the most similar first, and
 * never the story itself or a hidden one.
 */
export type MakeRelatedFinder = (stories: Story[]) => RelatedFinder;
/** `hasSameWords`: whether an article still has the same words as the one with the digest `known`. If all have, the related stories are the same. */
export type RelatedFinder = { find: FindRelated; hasSameWords: (article: Article, known: string) => boolean };
export type FindRelated = (story: Story, most: number, hidden: readonly Story[]) => Story[];

/** With this many stories in the strips above, no related stories are needed. */
const ENOUGH = 3;
const MOST_TEASERS = 4;

/**
 * "Related stories" for a story whose topics yield none or too few: those that
 * use the same words. Undefined if they are not needed.
 * @param above the stories in the strips above
 */
export function relatedStrip(story: Story, above: readonly Story[], near: FindRelated): Story[] | undefined {
  return above.length < ENOUGH ? near(story, MOST_TEASERS, above) : undefined;
}
