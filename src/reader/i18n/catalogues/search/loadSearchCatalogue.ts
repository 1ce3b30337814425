import { catalogueLoader } from "../../catalogueOf.ts";
import { loadCatalogue } from "../../loadCatalogue.ts";
import type { EverySearchWord } from "./searchWords.ts";

const loadOwn = catalogueLoader({
  ar: () => import("./ar.ts").then((module) => module.searchAr),
  de: () => import("./de.ts").then((module) => module.searchDe),
  en: () => import("./en.ts").then((module) => module.searchEn),
  es: () => import("./es.ts").then((module) => module.searchEs),
  fr: () => import("./fr.ts").then((module) => module.searchFr),
});

/** What the search says, with what every page says, in a language. */
export async function loadSearchCatalogue(language: string): Promise<EverySearchWord> {
  const [every, own] = await Promise.all([loadCatalogue(language), loadOwn(language)]);
  return { ...every, ...own };
}
