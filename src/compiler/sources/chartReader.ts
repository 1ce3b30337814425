import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { type FoundText, readChart } from "../charts/readChart.ts";
import { sayInStories } from "../words/sayInStories.ts";
import type { SourceContext } from "./source.ts";
import { storyLanguage } from "./storyLanguage.ts";

/** Broadsheet's own wording, for a paper that does not change it. */
const OWN = sayInStories();

/**
 * Returns a function that reads the charts of a file.
 * @param inLanguage the language that the file states
 * @param words parses a text of the file
 */
export function chartReader(
  file: string,
  { pictures, settings, report, say = OWN }: SourceContext,
  inLanguage: unknown,
  words: (text: string) => Inline[],
): (source: string, place: string) => Block[] {
  const language = storyLanguage(inLanguage, settings);
  const find = (reference: string): FoundText => pictures.text?.(reference, file) ?? { reason: "is not there" };
  return (source, place) => readChart(source, place, { file, report, find, language, words, say });
}
