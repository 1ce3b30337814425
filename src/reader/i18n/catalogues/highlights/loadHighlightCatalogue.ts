import { catalogueLoader } from "../../catalogueOf.ts";
import type { HighlightWords } from "./en.ts";

/** What is said about highlights, in a language: a part of its catalogue that comes when it is wanted. */
export const loadHighlightCatalogue = catalogueLoader<HighlightWords>({
  ar: () => import("./ar.ts").then((module) => module.highlightsAr),
  de: () => import("./de.ts").then((module) => module.highlightsDe),
  en: () => import("./en.ts").then((module) => module.highlightsEn),
  es: () => import("./es.ts").then((module) => module.highlightsEs),
  fr: () => import("./fr.ts").then((module) => module.highlightsFr),
});
