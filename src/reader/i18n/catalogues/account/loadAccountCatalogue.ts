import { catalogueLoader } from "../../catalogueOf.ts";
import { loadCatalogue } from "../../loadCatalogue.ts";
import type { EveryAccountWord } from "./accountWords.ts";

const loadOwn = catalogueLoader({
  ar: () => import("./ar.ts").then((module) => module.accountAr),
  de: () => import("./de.ts").then((module) => module.accountDe),
  en: () => import("./en.ts").then((module) => module.accountEn),
  es: () => import("./es.ts").then((module) => module.accountEs),
  fr: () => import("./fr.ts").then((module) => module.accountFr),
});

/** What is said about accounts, with what every page says, in a language. */
export async function loadAccountCatalogue(language: string): Promise<EveryAccountWord> {
  const [every, own] = await Promise.all([loadCatalogue(language), loadOwn(language)]);
  return { ...every, ...own };
}
