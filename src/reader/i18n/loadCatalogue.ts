import { catalogueLoader } from "./catalogueOf.ts";
import type { Words } from "./catalogues/en.ts";

/** What every page says, in a language. What only the search or the account says comes with them. */
export const loadCatalogue = catalogueLoader<Words>({
  ar: () => import("./catalogues/ar.ts").then(({ ar }) => ar),
  de: () => import("./catalogues/de.ts").then(({ de }) => de),
  en: () => import("./catalogues/en.ts").then(({ en }) => en),
  es: () => import("./catalogues/es.ts").then(({ es }) => es),
  fr: () => import("./catalogues/fr.ts").then(({ fr }) => fr),
});
