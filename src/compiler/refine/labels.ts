import type { Article } from "#content/article.ts";
import type { Kind, Sponsor } from "#content/labels.ts";
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

/** A sponsor with what readers are told. @param linked gives the address of a link; undefined if it leads nowhere */
export function sponsorOf(
  { name, url, logo }: NonNullable<Draft["sponsor"]>,
  inLanguage: string,
  linked: (url: string) => string | undefined,
  say: Say = OWN,
): Sponsor {
  return {
    name,
    url: url && linked(url),
    logo,
    label: name === undefined ? say(inLanguage, "label", "sponsored") : say(inLanguage, "label", "paidFor", { name }),
  };
}

/** The genre of a story with the name of its kind before it, in its language: wherever readers see the genre, they see the kind. */
export function genreOf({ kind, genre }: Pick<Draft, "kind" | "genre">, inLanguage: string, say: Say = OWN): Article["genre"] {
  if (kind === undefined) return genre;
  const name = say(inLanguage, "label", KINDS[kind]);
  const [first = ""] = genre?.split(" / ") ?? [];
  // A story may call itself by its kind, and one that is taken from the published site does.
  if (genre === undefined || first.toLowerCase() === name.toLowerCase()) return genre ?? name;
  return `${name} / ${genre}`;
}
