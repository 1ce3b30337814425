import { catalogueLoader } from "../../catalogueOf.ts";
import type { LibraryWords } from "./en.ts";

/** What is said about the library, in a language: a part of its catalogue that comes when it is wanted. */
export const loadLibraryCatalogue = catalogueLoader<LibraryWords>({
  ar: () => import("./ar.ts").then((module) => module.libraryAr),
  de: () => import("./de.ts").then((module) => module.libraryDe),
  en: () => import("./en.ts").then((module) => module.libraryEn),
  es: () => import("./es.ts").then((module) => module.libraryEs),
  fr: () => import("./fr.ts").then((module) => module.libraryFr),
});
