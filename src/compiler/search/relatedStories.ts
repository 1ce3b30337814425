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
    let nearest: Nearest | undefined;
    return (story, most, hidden) => {
      nearest ??= new Nearest(
        keywords(stories.map(({ article }) => unpackedWords(memory?.of(article, openingWords) ?? openingWords(article)))),
      );
      const isHidden = (rank: number): boolean => hidden.some((other) => other.rank === rank);
      return nearest.of(story.rank, most, isHidden).flatMap((rank) => stories[rank] ?? []);
    };
  };
}
