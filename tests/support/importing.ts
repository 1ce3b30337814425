import { join } from "node:path";
import { importArchive, type Imported, type ImportOptions } from "../../src/compiler/importing/importArchive.ts";
import type { ImportItem } from "../../src/compiler/importing/importReport.ts";
import { filesIn, temporaryFolder, writeFiles } from "./temporaryFolder.ts";

/** A new folder with these files, which is removed after the test. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  return folder;
}

export type TriedImport = Imported & {
  content: string;
  items: ImportItem[];
  /** Sentences of the report: what was changed or lost, and why items were skipped. */
  messages: string[];
};

/** Imports a file or folder as the command does, into a new content folder by default. */
export async function tryImport(input: string, options: Partial<ImportOptions> = {}): Promise<TriedImport> {
  const content = options.content ?? join(temporaryFolder(), "content");
  const items: ImportItem[] = [];
  const imported = await importArchive({ ...options, input, content, onItem: (item) => items.push(item) });
  const messages = items.flatMap((item) => [...item.changes.map(({ message }) => message), ...("reason" in item ? [item.reason] : [])]);
  return { ...imported, content, items, messages: [...messages, ...imported.problems.map(({ message }) => message)] };
}

/** The articles of a content folder, by their file. */
export function articlesIn(content: string): Map<string, Record<string, unknown>> {
  const files = [...filesIn(content)].filter(([name]) => /^articles\/.*\.json$/u.test(name));
  return new Map(
    files.map(([name, text]) => {
      const article: Record<string, unknown> = JSON.parse(text);
      return [name, article];
    }),
  );
}
