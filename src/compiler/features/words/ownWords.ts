import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Words } from "#content/words/wordFiles.ts";
import { packageFolder } from "../../settings/packageFolder.ts";

/** The languages of Broadsheet, in the folder words/ of this package. */
export const LANGUAGES = ["ar", "de", "en", "es", "fr", "he", "hi", "it", "ja", "nl", "pt", "tr", "zh"];

/** The product's own words in one of its languages. */
export function ownWords(language: string): Words {
  const words: Words = JSON.parse(readFileSync(join(packageFolder(), "words", `${language}.json`), "utf8"));
  return words;
}
