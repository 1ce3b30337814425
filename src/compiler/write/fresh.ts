import { type Fresh, MOST_FRESH } from "#content/fresh.ts";
import type { Story } from "../link/story.ts";

/**
 * What an open page asks for every few minutes.
 * @param stories oldest first
 */
export function fresh(stories: Story[]): Fresh {
  const changed = stories.flatMap(({ article: { slug, dateModified } }): [string, string][] =>
    dateModified === undefined ? [] : [[slug, dateModified]],
  );
  return {
    newest: stories
      .slice(-MOST_FRESH)
      .toReversed()
      .map(({ article }) => article.slug),
    changed: changed
      .toSorted(([slug, at], [other, otherAt]) => Date.parse(otherAt) - Date.parse(at) || (slug < other ? -1 : 1))
      .slice(0, MOST_FRESH),
  };
}
