import { isEditorial, type Story } from "./story.ts";

export type Neighbours = { previous?: Story; next?: Story };

/**
 * For each story, by rank: the one before it (older) and after it (newer) in
 * its section. Stories without a section are treated as one section. An advertisement
 * is no neighbour, but has some.
 * @param stories oldest first
 */
export function neighbours(stories: Story[]): Neighbours[] {
  const all: Neighbours[] = stories.map(() => ({}));
  // The last story of each section, and the advertisements after it.
  const open = new Map<string | undefined, { last?: Story; waiting: Story[] }>();
  for (const story of stories) {
    const section = story.article.section?.slug;
    const { last, waiting } = open.get(section) ?? { waiting: [] };
    if (last) all[story.rank] = { previous: last };
    if (isEditorial(story)) {
      for (const { rank } of waiting) all[rank] = { ...all[rank], next: story };
      open.set(section, { last: story, waiting: [story] });
    } else open.set(section, { ...(last && { last }), waiting: [...waiting, story] });
  }
  return all;
}
