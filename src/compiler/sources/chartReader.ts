import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { type FoundText, readChart } from "../charts/readChart.ts";
import { sayInStories } from "../words/sayInStories.ts";
import type { SourceContext } from "./source.ts";

/** The reader's own words, where the paper has none. */
const OWN = sayInStories();

const isLanguage = (tag: unknown): tag is string => typeof tag === "string" && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(tag);

/**
 * Reads the charts of a file.
 * @param inLanguage what the file says of its language
 * @param words what a text means there
 */
export function chartReader(
  file: string,
  { pictures, settings, report, say = OWN }: SourceContext,
  inLanguage: unknown,
  words: (text: string) => Inline[],
): (source: string, place: string) => Block[] {
  const language = isLanguage(inLanguage) ? inLanguage : settings.language;
  const find = (reference: string): FoundText => pictures.text?.(reference, file) ?? { reason: "is not there" };
  return (source, place) => readChart(source, place, { file, report, find, language, words, say });
}
