import type { StoriesNear } from "../link/relatedStrip.ts";
import type { WordMemory } from "../state/WordMemory.ts";
import { keywords } from "./keywords.ts";
import { Nearest } from "./nearest.ts";
import { openingWords, unpackedWords } from "./openingWords.ts";

/**
 * Finds stories about the same by their words, for strips of those whose topics
 * find too few. No story is read before the first question, and none of which
 * the memory knows the words.
 */
export function relatedStories(memory?: WordMemory): StoriesNear {
  return (stories) => {
    let words: string[] | undefined;
    let nearest: Nearest | undefined;
    const read = (): string[] => (words ??= stories.map(({ article }) => memory?.of(article, openingWords) ?? openingWords(article)));
    return {
      find: (story, most, hidden) => {
        nearest ??= new Nearest(keywords(read().map(unpackedWords)));
        const isHidden = (rank: number): boolean => hidden.some((other) => other.rank === rank);
        return nearest.of(story.rank, most, isHidden).flatMap((rank) => stories[rank] ?? []);
      },
      isSaidAgain: (article, known) => memory?.isSame(article, known, openingWords) ?? false,
    };
  };
}
