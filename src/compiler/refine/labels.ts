import type { Article } from "#content/article.ts";
import type { Kind } from "#content/labels.ts";
import type { Draft } from "../draft/draft.ts";
import { sayInStories } from "../features/words/sayInStories.ts";
import type { Say } from "../text/say.ts";

/** The product's own words, if the paper has none. */
const OWN = sayInStories();

const KINDS = {
  opinion: "opinion",
  analysis: "analysis",
  satire: "satire",
  "press-release": "pressRelease",
  letter: "letter",
} as const satisfies Record<Kind, string>;

/** The genre of a story with the name of its kind before it, in its language: wherever readers see the genre, they see the kind. */
export function genreOf({ kind, genre }: Pick<Draft, "kind" | "genre">, inLanguage: string, say: Say = OWN): Article["genre"] {
  if (kind === undefined) return genre;
  const name = say(inLanguage, "label", KINDS[kind]);
  return genre === undefined || genre.toLowerCase() === name.toLowerCase() ? name : `${name} / ${genre}`;
}
