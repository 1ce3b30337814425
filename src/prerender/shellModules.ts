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
 * The reader's modules that must be on a device for a story, a list, the front page,
 * the indexes, the archive and the library to open without a connection, and to be searched. Other parts stay when they are used.
 * @param language of the edition
 */
export function shellModules(language: string): string[] {
  const pages = (["front", "article", "list", "index", "archive", "offline", "search", "library"] as const).flatMap((content) =>
    modulesOf(content, language),
  );
  const catalogue = catalogueOf(language);
  const words = ["", "library/", "takeout/"].map((part) => `src/reader/words/${part}${catalogue}.ts`);
  const stemmer = hasStem(language) ? [`node_modules/@orama/stemmers/dist/${primaryLanguage(language)}.js`] : [];
  return ["src/reader/main.tsx", ...words, ...pages, ...STANDING_BY, ...SEARCHING, ...stemmer];
}
