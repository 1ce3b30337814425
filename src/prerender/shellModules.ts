import { catalogueOf } from "#reader/words/catalogueOf.ts";
import { modulesOf } from "./pageChunks.ts";

/** What comes by itself when a page lives, see ui/latePart.tsx. */
const STANDING_BY = ["src/reader/standBy.ts", "src/reader/shell/Attendants.tsx", "src/reader/pages/ArticleAttendants.tsx"];

/**
 * The reader's modules that must be on a device for a story, a list and the front
 * page to open without a connection. The search and other parts stay when they are used.
 * @param language of the edition
 */
export function shellModules(language: string): string[] {
  const pages = (["front", "article", "list", "offline"] as const).flatMap((content) => modulesOf(content, language));
  return ["src/reader/main.tsx", `src/reader/words/${catalogueOf(language)}.ts`, ...pages, ...STANDING_BY];
}
