import type { Story } from "../link/story.ts";

/** How many later stories of a thread must go back to one, by a link or by words that it brought in. */
const LEAST_LATER = 2;
/** How many words that it brought in must be said again. */
const LEAST_WORDS = 3;

/** What stories say: the ranks of those that one leads to, and its keywords. */
type Saying = { linksOf: (rank: number) => readonly number[]; keywordsOf: (rank: number) => readonly number[] };

/**
 * The stories with which a thread took a turn, those first that brought most: what came later leads to them, or says
 * words that none had said before them. The first story is where it began, and no turn.
 * @param stories of a thread, oldest first
 */
export function turningPoints(stories: readonly Story[], { linksOf, keywordsOf }: Saying): Story[] {
  const words = stories.map(({ rank }) => keywordsOf(rank));
  const leading = counted(stories.flatMap(({ rank }) => linksOf(rank).filter((other) => other < rank)));
  // How many of the stories that are still to come say a word.
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
