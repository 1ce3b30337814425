import type { Story } from "./story.ts";

export type Neighbours = { previous?: Story; next?: Story };

/**
 * For each story, by rank: the one before it (older) and after it (newer) in
 * its section. Stories without a section are treated as one section.
 * @param stories oldest first
 */
export function neighbours(stories: Story[]): Neighbours[] {
  const all: Neighbours[] = stories.map(() => ({}));
  const last = new Map<string | undefined, Story>();
  for (const story of stories) {
    const section = story.article.section?.slug;
    const previous = last.get(section);
    last.set(section, story);
    if (!previous) continue;
    all[story.rank] = { previous };
    all[previous.rank] = { ...all[previous.rank], next: story };
  }
  return all;
}
