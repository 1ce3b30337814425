import type { Settings } from "../settings/settings.ts";
import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { type FoundText, readChart } from "../features/charts/readChart.ts";
import { sayInStories } from "../features/words/sayInStories.ts";
import type { SourceContext } from "./source.ts";

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

/** The language of a story as its file states it, if that is a BCP 47 tag; otherwise the paper's. */
export const storyLanguage = (stated: unknown, { language }: Pick<Settings, "language">): string =>
  typeof stated === "string" && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(stated) ? stated : language;
