import { catalogueOf } from "../../catalogueOf.ts";
import type { TakeoutWords } from "./en.ts";

const CATALOGUES = {
  ar: () => import("./ar.ts").then((module) => module.takeoutAr),
  de: () => import("./de.ts").then((module) => module.takeoutDe),
  en: () => import("./en.ts").then((module) => module.takeoutEn),
  es: () => import("./es.ts").then((module) => module.takeoutEs),
  fr: () => import("./fr.ts").then((module) => module.takeoutFr),
};

/** What is said about taking a library along, in a language: a part of its catalogue that comes when it is wanted. */
export function takeoutWordsFor(language: string): Promise<TakeoutWords> {
  return CATALOGUES[catalogueOf(language)]();
}
