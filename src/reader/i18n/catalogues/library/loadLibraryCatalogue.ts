import { catalogueOf } from "../../catalogueOf.ts";
import type { LibraryWords } from "./en.ts";

const english = () => import("./en.ts").then(({ libraryEn }) => libraryEn);

const CATALOGUES = new Map<string, () => Promise<LibraryWords>>([
  ["ar", () => import("./ar.ts").then(({ libraryAr }) => libraryAr)],
  ["de", () => import("./de.ts").then(({ libraryDe }) => libraryDe)],
  ["en", english],
  ["es", () => import("./es.ts").then(({ libraryEs }) => libraryEs)],
  ["fr", () => import("./fr.ts").then(({ libraryFr }) => libraryFr)],
]);

/** What is said about the library, in a language: a part of its catalogue that comes when it is wanted. */
export function loadLibraryCatalogue(language: string): Promise<LibraryWords> {
  return (CATALOGUES.get(catalogueOf(language)) ?? english)();
}
