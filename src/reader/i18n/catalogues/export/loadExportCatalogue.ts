import { catalogueLoader } from "../../catalogueOf.ts";
import type { ExportWords } from "./en.ts";

/** What is said about taking a library along, in a language: a part of its catalogue that comes when it is wanted. */
export const loadExportCatalogue = catalogueLoader<ExportWords>({
  ar: () => import("./ar.ts").then((module) => module.exportAr),
  de: () => import("./de.ts").then((module) => module.exportDe),
  en: () => import("./en.ts").then((module) => module.exportEn),
  es: () => import("./es.ts").then((module) => module.exportEs),
  fr: () => import("./fr.ts").then((module) => module.exportFr),
});
