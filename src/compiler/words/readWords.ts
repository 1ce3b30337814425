import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type WordFiles, wordFiles, type Words } from "#content/words/wordFiles.ts";
import { packageFolder } from "../installation.ts";

/** The languages of the reader, in the folder words/ of this package. */
export const LANGUAGES = ["ar", "de", "en", "es", "fr"];

/**
 * The words of a site as the two scripts that it has of them. All countries of a language share its
 * words; a language that has none gets English.
 * @param language of the edition, a BCP 47 tag: "de", "de-AT"
 */
export function readWords(language: string): WordFiles {
  const [primary = ""] = language.toLowerCase().split("-");
  const known = LANGUAGES.includes(primary) ? primary : "en";
  return wordFiles(ownWords(known), ownWords("en"), known);
}

/** The reader's own words in one of its languages. */
export function ownWords(language: string): Words {
  const words: Words = JSON.parse(readFileSync(join(packageFolder(), "words", `${language}.json`), "utf8"));
  return words;
}
