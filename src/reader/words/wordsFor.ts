import type { Words } from "./en.ts";

const english = () => import("./en.ts").then(({ en }) => en);

/** Each catalogue is a file of its own, so that a reader loads the one that is needed. */
const CATALOGUES = new Map<string, () => Promise<Words>>([
  ["ar", () => import("./ar.ts").then(({ ar }) => ar)],
  ["de", () => import("./de.ts").then(({ de }) => de)],
  ["en", english],
  ["es", () => import("./es.ts").then(({ es }) => es)],
  ["fr", () => import("./fr.ts").then(({ fr }) => fr)],
]);

/**
 * The catalogue of a language. All its countries share one; a language that has none gets English.
 * @param language a BCP 47 tag: "de", "de-AT"
 */
export function wordsFor(language: string): Promise<Words> {
  return (CATALOGUES.get(catalogueOf(language)) ?? english)();
}

/** The name of a language's catalogue. */
export function catalogueOf(language: string): string {
  const [primary = ""] = language.toLowerCase().split("-");
  return CATALOGUES.has(primary) ? primary : "en";
}
