import type { WordFiles } from "#content/words/wordFiles.ts";
import { MORE_WORDS, PAGE_WORDS } from "#loading/chunks/pageChunks.ts";
import { digestOf } from "#prerender/head/hashOf.ts";
import type { BuiltReader } from "./builtReader.ts";

/**
 * The reader with the words of a site. They are scripts beside the reader's own, and pages name them in the same way.
 * @param others the words of the site's editions in other languages
 */
export function wordedReader(reader: BuiltReader, words: WordFiles, others: WordFiles[] = []): BuiltReader {
  const files = namesOf(words);
  return {
    ...reader,
    own: [...reader.own, ...[words, ...others].flatMap(scriptsOf)],
    filesOf: (chunks) => [...new Set(chunks.flatMap((chunk) => files[chunk] ?? reader.filesOf([chunk])))],
  };
}

/** The script files of a language by chunk. Both share one name, since a page states only one. */
function namesOf({ page, more }: WordFiles): Record<string, string> {
  const name = `assets/words-${digestOf(page + more)
    .replaceAll(/\W/gu, "")
    .slice(0, 8)}`;
  return { [PAGE_WORDS]: `${name}.js`, [MORE_WORDS]: `${name}-more.js` };
}

/** The script files of a language with their bytes. */
export function scriptsOf(words: WordFiles): BuiltReader["own"] {
  const [page = "", more = ""] = Object.values(namesOf(words));
  return [
    { file: page, bytes: Buffer.from(words.page) },
    { file: more, bytes: Buffer.from(words.more) },
  ];
}
