/**
 * Returns a sentence that the build itself writes into a story, in the story's language (`blocks` of words/*.json).
 * @param part "callout" or "chart"
 * @param values the arguments of the sentence
 */
export type Say = (language: string, part: string, name: string, values?: Record<string, string>) => string;
