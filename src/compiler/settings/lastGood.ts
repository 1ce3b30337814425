import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Problem, Report } from "../draft/problem.ts";
import { collectionsIn, filesByLanguage, settingsFiles } from "./settingsFile.ts";

/**
 * The last version without a fault of each settings file, in a folder laid out like the content folder. `faulty` are the files in
 * which this build finds a fault.
 */
export type LastGood = { folder: string; faulty: Set<string>; report: Report };

/** Reports the faults of a file of which the last good version is used instead. */
export function reportReplaced({ report }: LastGood, problems: Problem[]): void {
  for (const { message, ...problem } of problems)
    report({ ...problem, severity: "error", message: message.replace(LEFT_OUT, "."), remedy: REPLACED });
}

/** What is said of a file that nothing replaces. */
const LEFT_OUT = /(?:; it is|, so it is) left out\.$/u;

const REPLACED = "Correct it; until then the last version of this file without a fault is used.";

/**
 * Copies the settings files of a content folder that have no fault, and forgets those that were deleted.
 * @param write writes a file as a whole or not at all
 */
export function saveGood(content: string, { folder, faulty }: LastGood, write: (path: string, bytes: Uint8Array) => void): void {
  const byLanguage = new Set([content, folder].flatMap((root) => filesByLanguage(root)).map(({ file }) => file));
  const collections = new Set([content, folder].flatMap(collectionsIn));
  for (const name of ["edition.json", "front.json", ...byLanguage, ...collections, "threads.json", "newsletter.json", "theme/theme.json"])
    if (!faulty.has(name)) mirror(settingsFiles(content, name), settingsFiles(folder, name));
  const [words, before] = [content, folder].map((root) => wordsIn(root).filter((file) => !faulty.has(file)));
  mirror(words ?? [], before ?? []);

  function mirror(files: string[], known: string[]): void {
    for (const file of known) if (!files.includes(file)) rmSync(join(folder, file));
    for (const file of files) {
      const bytes = readFileSync(join(content, file));
      if (known.includes(file) && bytes.equals(readFileSync(join(folder, file)))) continue;
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      write(join(folder, file), bytes);
    }
  }
}

function wordsIn(root: string): string[] {
  const folder = join(root, "words");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && entry.name.endsWith(".json") ? [`words/${entry.name}`] : [],
  );
}
