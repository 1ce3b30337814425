/**
 * Says what a build itself writes into a story, in the language of the story (`blocks` of words/*.json).
 * @param part "callout" or "chart"
 * @param values what the sentence names
 */
export type Say = (language: string, part: string, name: string, values?: Record<string, string>) => string;
