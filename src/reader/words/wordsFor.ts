import { catalogueOf } from "./catalogueOf.ts";
import type { Words } from "./en.ts";

/** Each catalogue is a file of its own, so that a reader loads the one that is needed. */
const CATALOGUES = {
  ar: () => import("./ar.ts").then(({ ar }) => ar),
  de: () => import("./de.ts").then(({ de }) => de),
  en: () => import("./en.ts").then(({ en }) => en),
  es: () => import("./es.ts").then(({ es }) => es),
  fr: () => import("./fr.ts").then(({ fr }) => fr),
};

/** What every page says, in a language. What only the search or the account says comes with them. */
export function wordsFor(language: string): Promise<Words> {
  return CATALOGUES[catalogueOf(language)]();
}
