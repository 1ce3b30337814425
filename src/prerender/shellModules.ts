import { catalogueOf } from "#reader/words/wordsFor.ts";
import { moduleOf } from "./pageChunks.ts";

/**
 * The reader's modules that must be on a device for a story, a list and the front
 * page to open without a connection. The search and other parts stay when they are used.
 * @param language of the edition
 */
export function shellModules(language: string): string[] {
  const pages = (["front", "article", "list", "offline"] as const).map(moduleOf);
  return ["src/reader/main.tsx", `src/reader/words/${catalogueOf(language)}.ts`, ...pages];
}
