import type { Block } from "#content/blocks/block.ts";
import { inlineText } from "#content/blocks/plainText.ts";

/** In UTF-16 units. */
const LONGEST = 200;
/** A first sentence shorter than this says too little; better a longer text with an ellipsis. */
const SHORTEST = 60;

/** A standfirst from the first paragraph, for an article without one: whole sentences if they fit, else whole words and "…". */
export function standfirst(body: Block[], language: string): string | undefined {
  const first = body.find((block) => block.type === "paragraph");
  const text = first?.type === "paragraph" ? inlineText(first.children).replace(/\s+/gu, " ").trim() : "";
  if (text === "") return undefined;
  if (text.length <= LONGEST) return text;
  const sentences = fitting(text, "sentence", language, LONGEST).trim();
  if (sentences.length >= SHORTEST) return sentences;
  return shortened(text, language, LONGEST);
}

/** Whole words from the start of a text that is too long, and "…"; whole characters where not even one word fits. */
export function shortened(text: string, language: string, longest: number): string {
  const words = fitting(text, "word", language, longest - 1) || fitting(text, "grapheme", language, longest - 1);
  return `${words.replace(/[\s\p{P}]+$/u, "")}…`;
}

/** As many segments from the start as fit. */
function fitting(text: string, granularity: "sentence" | "word" | "grapheme", language: string, most: number): string {
  let kept = "";
  for (const { segment } of new Intl.Segmenter(language, { granularity }).segment(text)) {
    if ((kept + segment).trimEnd().length > most) break;
    kept += segment;
  }
  return kept;
}
