import { catalogueLoader } from "../../catalogueOf.ts";
import type { SyncWords } from "./en.ts";

/** What is said about keeping a library in step with an account, in a language: a part of its catalogue that comes when it is wanted. */
export const loadSyncCatalogue = catalogueLoader<SyncWords>({
  ar: () => import("./ar.ts").then((module) => module.syncAr),
  de: () => import("./de.ts").then((module) => module.syncDe),
  en: () => import("./en.ts").then((module) => module.syncEn),
  es: () => import("./es.ts").then((module) => module.syncEs),
  fr: () => import("./fr.ts").then((module) => module.syncFr),
});
