import { hasStem, primaryLanguage } from "#content/search/stem.ts";
import { catalogueOf } from "#reader/words/catalogueOf.ts";
import { modulesOf } from "./pageChunks.ts";

/** What comes by itself when a page lives, see ui/latePart.tsx, and what a page from the device is compared by before. */
const STANDING_BY = [
  "src/reader/standBy.ts",
  "src/reader/shell/Attendants.tsx",
  "src/reader/pages/ArticleAttendants.tsx",
  "src/reader/offline/isMadeOf.ts",
];

/** The search of what is on the device, on its page and over any other. */
const SEARCHING = ["src/reader/search/quick/QuickSearchDialog.tsx", "src/reader/search/device/openDevice.ts"];

/**
 * The reader's modules that must be on a device for a story, a list and the front
 * page to open without a connection, and to be searched. Other parts stay when they are used.
 * @param language of the edition
 */
export function shellModules(language: string): string[] {
  const pages = (["front", "article", "list", "offline", "search"] as const).flatMap((content) => modulesOf(content, language));
  const words = `src/reader/words/${catalogueOf(language)}.ts`;
  const stemmer = hasStem(language) ? [`node_modules/@orama/stemmers/dist/${primaryLanguage(language)}.js`] : [];
  return ["src/reader/main.tsx", words, ...pages, ...STANDING_BY, ...SEARCHING, ...stemmer];
}
