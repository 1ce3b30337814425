import type { Story } from "../../link/story.ts";

/** How many later stories of a thread must refer to one, by a link or by words that it introduced. */
const LEAST_LATER = 2;
/** How many words that it introduced must be used again. */
const LEAST_WORDS = 3;

/** The features of stories: the ranks of those that one links to, and its keywords. */
type FeatureLookup = { linksOf: (rank: number) => readonly number[]; keywordsOf: (rank: number) => readonly number[] };

/**
 * The stories with which a thread took a turn, the most influential first: later stories link to them, or use words that
 * they introduced. The first story began the thread, and is not a turn.
 * @param stories of a thread, oldest first
 */
export function turningPoints(stories: readonly Story[], { linksOf, keywordsOf }: FeatureLookup): Story[] {
  const words = stories.map(({ rank }) => keywordsOf(rank));
  const leading = counted(stories.flatMap(({ rank }) => linksOf(rank).filter((other) => other < rank)));
  // How many of the stories that are still to come have a word.
  const toCome = counted(words.flat());
  const said = new Set<number>();
  const found: { story: Story; weight: number }[] = [];
  stories.forEach((story, at) => {
    const own = words[at] ?? [];
    for (const word of own) toCome.set(word, (toCome.get(word) ?? 0) - 1);
    const links = leading.get(story.rank) ?? 0;
    const kept = own.filter((word) => !said.has(word) && (toCome.get(word) ?? 0) >= LEAST_LATER).length;
    for (const word of own) said.add(word);
    if (at > 0 && (links >= LEAST_LATER || kept >= LEAST_WORDS)) found.push({ story, weight: links + kept });
  });
  return found.toSorted((a, b) => b.weight - a.weight || a.story.rank - b.story.rank).map(({ story }) => story);
}

function counted(all: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
