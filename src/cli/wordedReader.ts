import type { WordFiles } from "#content/words/wordFiles.ts";
import { MORE_WORDS, PAGE_WORDS } from "#prerender/pageChunks.ts";
import { digestOf } from "#prerender/head/hashOf.ts";
import type { BuiltReader } from "./builtReader.ts";

/** The reader with the words of a site, which are scripts beside its own: pages name them as they name those. */
export function wordedReader(reader: BuiltReader, words: WordFiles): BuiltReader {
  // One name for both, since a page says one.
  const name = `assets/words-${digestOf(words.page + words.more)
    .replaceAll(/\W/gu, "")
    .slice(0, 8)}`;
  const files: Record<string, string> = { [PAGE_WORDS]: `${name}.js`, [MORE_WORDS]: `${name}-more.js` };
  return {
    ...reader,
    own: [
      ...reader.own,
      { file: `${name}.js`, bytes: Buffer.from(words.page) },
      { file: `${name}-more.js`, bytes: Buffer.from(words.more) },
    ],
    filesOf: (chunks) => [...new Set(chunks.flatMap((chunk) => files[chunk] ?? reader.filesOf([chunk])))],
  };
}
