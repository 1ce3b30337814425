import type { Article } from "#content/article.ts";
import type { Ai, Kind, Sponsor } from "#content/labels.ts";
import type { DigitalSourceType, Image } from "#content/image.ts";
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

/** The use of AI with what readers are told. */
export function aiOf(ai: NonNullable<Draft["ai"]>, inLanguage: string, say: Say = OWN): Ai {
  const { for: uses, system, checkedBy } = ai;
  const named = system === undefined ? say(inLanguage, "label", "ai") : say(inLanguage, "label", "aiSystem", { system });
  const sentences = [
    ...(uses.length === 0 ? (["made"] as const) : uses).map((use) => say(inLanguage, "label", use, { ai: named })),
    ...(checkedBy === undefined ? [] : [say(inLanguage, "label", "checked", { name: checkedBy })]),
  ];
  return { ...ai, label: sentences.join(" ") };
}

/** What readers are told about pictures that show no part of the world, or several. */
const TOLD: Partial<Record<DigitalSourceType, string>> = {
  trainedAlgorithmicMedia: "pictureMade",
  compositeWithTrainedAlgorithmicMedia: "picturePartly",
  compositeSynthetic: "picturePartly",
  compositeCapture: "pictureComposite",
  composite: "pictureComposite",
};

/** A picture whose credit says how it came about, if readers must know. */
export function labelledImage(image: Image, inLanguage: string, say: Say = OWN): Image {
  const name = image.digitalSourceType && TOLD[image.digitalSourceType];
  if (name === undefined) return image;
  const label = say(inLanguage, "label", name);
  // One from the published site says it already.
  if (image.credit?.endsWith(label)) return image;
  return { ...image, credit: image.credit === undefined ? label : `${image.credit} · ${label}` };
}
