import type { Article } from "./article.ts";
import { BLOCKS } from "./blocks/block.ts";
import { correctionsAtEnd } from "./correctionsAtEnd.ts";
import { inlineText, plainText } from "./blocks/plainText.ts";
import { sentencesOf } from "./sentencesOf.ts";

/** A part that is read aloud, and its place: the headline, the standfirst, or the number of an element of the text. */
export type SpokenPart = { place: "headline" | "standfirst" | number; sentences: string[] };

/** A story as it is read aloud. Tables, code, pictures and notes are left out; of a chart, its title and description are read. */
export function spokenParts(article: Article): SpokenPart[] {
  const { headline, standfirst = "", dateline = "", body } = article;
  const say = (place: SpokenPart["place"], ...texts: string[]): SpokenPart => ({
    place,
    sentences: texts.flatMap((text) => text.split("\n")).flatMap((text) => sentencesOf(text, article.inLanguage)),
  });
  // Notes are shown apart from the text, so they are not numbered.
  const blocks = body.filter((block) => block.type !== "note");
  const corrections = correctionsAtEnd(article);
  return [
    say("headline", headline),
    say("standfirst", standfirst),
    ...blocks.map((block, place) =>
      say(
        place,
        ...(place === 0 && block.type === "paragraph" ? [dateline] : []),
        BLOCKS[block.type].words === "spoken" ? plainText([block]) : "",
        ...(block.type === "chart" ? [inlineText(block.title ?? []), block.alt] : []),
      ),
    ),
    ...corrections.map(({ children }, place) => say(blocks.length + place, inlineText(children))),
  ].filter(({ sentences }) => sentences.length > 0);
}
