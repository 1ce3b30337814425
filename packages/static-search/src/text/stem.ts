import { fold } from "./fold.ts";

/** Returns the stem of a folded word: what its forms have in common ("bleach" of bleaching, bleaches, bleached). */
export type Stem = (folded: string) => string;

type Stemmer = { stemmer: (word: string) => string };

/** The Snowball stemmers by primary language subtag. Each is a file of its own that is loaded on demand. */
const STEMMERS: Record<string, () => Promise<Stemmer>> = {
  ar: () => import("@orama/stemmers/arabic"),
  de: () => import("@orama/stemmers/german"),
  en: () => import("@orama/stemmers/english"),
  es: () => import("@orama/stemmers/spanish"),
  fr: () => import("@orama/stemmers/french"),
  it: () => import("@orama/stemmers/italian"),
  nl: () => import("@orama/stemmers/dutch"),
  pt: () => import("@orama/stemmers/portuguese"),
};

/**
 * Endings that a stemmer knows only in their original spelling, which folding has
 * changed. Without them, "educacion" and "educaciones" would have different stems.
 */
const ENDINGS: Record<string, [RegExp, string][]> = {
  ar: [[/ه$/u, "ة"]],
  es: [[/([cs])ion$/u, "$1ión"]],
  fr: [[/ee(s?)$/u, "ée$1"]],
  pt: [
    [/cao$/u, "ção"],
    [/coes$/u, "ções"],
  ],
};

/** @param language a BCP 47 tag @returns undefined for a language without a stemmer */
export async function loadStem(language: string): Promise<Stem | undefined> {
  const primary = primaryLanguage(language);
  const load = STEMMERS[primary];
  if (!load) return undefined;
  const { stemmer } = await load();
  const endings = ENDINGS[primary] ?? [];
  return (folded) => fold(stemmer(endings.reduce((word, [ending, accented]) => word.replace(ending, accented), folded)));
}

/** Whether there is a stemmer for a language. @param language a BCP 47 tag */
export const hasStem = (language: string): boolean => Object.hasOwn(STEMMERS, primaryLanguage(language));

/** "de" of "de-AT". */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? "";
}
