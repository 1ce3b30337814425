import { catalogueOf } from "../../catalogueOf.ts";
import type { HighlightWords } from "./en.ts";

const CATALOGUES = {
  ar: () => import("./ar.ts").then((module) => module.highlightsAr),
  de: () => import("./de.ts").then((module) => module.highlightsDe),
  en: () => import("./en.ts").then((module) => module.highlightsEn),
  es: () => import("./es.ts").then((module) => module.highlightsEs),
  fr: () => import("./fr.ts").then((module) => module.highlightsFr),
};

/** What is said about highlights, in a language: a part of its catalogue that comes when it is wanted. */
export function loadHighlightCatalogue(language: string): Promise<HighlightWords> {
  return CATALOGUES[catalogueOf(language)]();
}
