import type { MakeRelatedFinder } from "../../link/relatedStrip.ts";
import type { WordMemory } from "../../state/WordMemory.ts";
import { keywords } from "./keywords.ts";
import { Nearest } from "./nearest.ts";
import { openingWords, unpackedWords } from "./openingWords.ts";

/**
 * Finds stories on the same subject by their words, for strips that topics fill
 * too sparsely. Stories are read only at the first look-up, and only those whose
 * words the memory does not have.
 */
export function relatedStories(memory?: WordMemory): MakeRelatedFinder {
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
      hasSameWords: (article, known) => memory?.isSame(article, known, openingWords) ?? false,
    };
  };
}
