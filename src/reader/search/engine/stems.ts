import type { Manifest } from "#content/search/manifest.ts";
import { loadStem, primaryLanguage, type Stem } from "#content/search/stem.ts";

/** The stemmers of an edition: of the languages that much of it is in, and of the others it has. */
export type Stems = { main: () => Promise<Stem[]>; others: () => Promise<Stem[]> };

/** A language with a larger share of the stories than this has its say about every word. */
const MAIN_SHARE = 0.15;

/** Loads stemmers when they are first needed. */
export function stemsOf({ languages, language, stories }: Manifest): Stems {
  const mainOnes = new Set([primaryLanguage(language)]);
  for (const [tag, count] of languages) if (count > stories * MAIN_SHARE) mainOnes.add(primaryLanguage(tag));
  const all = new Set(languages.map(([tag]) => primaryLanguage(tag)));
  const load = async (tags: Iterable<string>): Promise<Stem[]> => {
    const stems = await Promise.all([...tags].map(loadStem));
    return stems.filter((stem) => stem !== undefined);
  };
  return { main: () => load(mainOnes), others: () => load([...all].filter((tag) => !mainOnes.has(tag))) };
}
