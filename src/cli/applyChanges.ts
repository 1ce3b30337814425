import { copyFileSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { readFileList, removeFile } from "#compiler/write/files.ts";
import { filesBelow } from "#compiler/write/filesBelow.ts";
import { MANIFEST, NAMED_BY_CONTENT, REMOVED } from "#compiler/write/output.ts";
import { workerFile } from "#content/kept.ts";
import { freshFile } from "#content/paths.ts";

/**
 * Moves a complete folder of changes into a site, and removes what the changes
 * leave behind. It can be done again where it was stopped.
 */
export function applyChanges(changes: string, site: string): void {
  const files = [...filesBelow(changes)].filter((file) => file !== REMOVED);
  const removed = readFileList(join(changes, REMOVED));
  for (const file of files.toSorted((a, b) => turnOf(a) - turnOf(b))) {
    try {
      move(join(changes, file), join(site, file));
    } catch {
      // A page may have taken the place of a folder, or a folder that of a page.
      for (const gone of removed) removeFile(site, gone);
      move(join(changes, file), join(site, file));
    }
  }
  for (const gone of removed) removeFile(site, gone);
}

/** Pages that name what has a name of its own come after it; what tells open pages and their worker of the new site, and the list of its files, come last. */
function turnOf(file: string): number {
  if (NAMED_BY_CONTENT.test(file)) return 0;
  return LAST.has(file) ? 2 : 1;
}

const LAST: ReadonlySet<string> = new Set([`data/${freshFile}`, workerFile, MANIFEST]);

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    // The site may be a disk of its own.
    if (!(error instanceof Error && "code" in error && error.code === "EXDEV")) throw error;
    copyFileSync(from, `${to}.new`);
    renameSync(`${to}.new`, to);
    rmSync(from);
  }
}
