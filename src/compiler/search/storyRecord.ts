import type { Article } from "#content/article.ts";
import type { StoryRecord } from "./searchState.ts";
import type { StoryWord } from "./storyWords.ts";
import { subjectsOf } from "./subjectSets.ts";

/** What of a story must be known to take it out of the index again. */
export function storyRecord(article: Article, words: ReadonlyMap<string, StoryWord>): StoryRecord {
  return {
    words: [...words.keys()],
    headline: [...words].filter(([, { inHeadline }]) => inHeadline).map(([word]) => word),
    subjects: subjectsOf(article).map(([key]) => key),
  };
}
