import type { Draft } from "../draft/draft.ts";
import { assets } from "../draft/assets.ts";
import { pictures } from "../draft/pictures.ts";
import { recordings } from "../draft/recordings.ts";
import { detectLanguage } from "../text/detectLanguage.ts";
import type { Settings } from "../settings/settings.ts";
import { type FileReading, type FileToRead, readAndRecord } from "./readFile.ts";
import type { PaperWords } from "../features/words/paperWords.ts";
import { sayInStories } from "../features/words/sayInStories.ts";

/** The paper whose files are read, as plain data that can be passed to another thread. It has no extensions. */
export type FileReaderOptions = { content: string; settings: Settings; paperWords: PaperWords };

/**
 * Returns the function that reads a single file, in a thread that knows no other
 * files. It also detects the language of a text that does not declare one.
 * Problems are not reported, but returned as part of the reading.
 */
export function fileReader({ content, settings, paperWords }: FileReaderOptions): (file: FileToRead) => Promise<FileReading> {
  const inEdition = assets(content, settings);
  const edition = {
    settings,
    pictures: pictures(content, settings, inEdition),
    recordings: recordings(inEdition),
    say: sayInStories(paperWords),
    hasPages: true as const,
    // Each reading records what it would report.
    report: () => {},
    once: () => {},
  };
  const languageOf = ({ inLanguage, body }: Draft) =>
    inLanguage === undefined ? { edition: settings.language, found: detectLanguage(body, settings.language) } : undefined;
  return ({ path, bytes, inherited, storyOf }) =>
    readAndRecord(path, bytes, { ...edition, inherited: () => inherited, storyOf: () => storyOf }, languageOf);
}
