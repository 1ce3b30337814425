import { copyFileSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { readFileList, removeFile } from "#compiler/write/files.ts";
import { filesBelow } from "#compiler/write/filesBelow.ts";
import { NAMED_BY_CONTENT, REMOVED } from "#compiler/write/output.ts";
import { MANIFEST } from "#compiler/write/previousSite.ts";
import { workerFile } from "#content/serviceWorker.ts";
import { freshFile, previewFile } from "#content/paths.ts";

/**
 * Moves a complete folder of changes into a site, and removes what the changes
 * leave behind. It can be done again where it was stopped.
 */
export function applyChanges(changes: string, site: string): void {
  const { moved, removed } = readChanges(changes);
  for (const file of moved.toSorted((a, b) => turnOf(a) - turnOf(b))) {
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

/** What a folder of changes holds for a site, and what it leaves behind. */
export function readChanges(changes: string): { moved: string[]; removed: string[] } {
  const moved = [...filesBelow(changes)].filter((file) => file !== REMOVED);
  return { moved, removed: readFileList(join(changes, REMOVED)) };
}

/**
 * Nothing comes before what it needs: files that have a name for each content,
 * data, pages, what leads to them; then what tells open pages and their worker of
 * the new site, and the list of its files.
 */
function turnOf(file: string): number {
  if (LAST.has(file)) return 4;
  // Before the data of a preview, of which a server would tell readers.
  if (NAMED_BY_CONTENT.test(file) || file === previewFile) return 0;
  if (file.startsWith("data/")) return 1;
  return PAGE.test(file) ? 2 : 3;
}

const PAGE = /\.html(?:\.br|\.gz)?$/u;

const LAST: ReadonlySet<string> = new Set(
  [`data/${freshFile}`, workerFile, MANIFEST].flatMap((file) => [file, `${file}.br`, `${file}.gz`]),
);

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    // The site may be a disk of its own.
    if (!(error instanceof Error && "code" in error && error.code === "EXDEV")) throw error;
    copyOver(from, to);
    rmSync(from);
  }
}

function copyOver(from: string, to: string): void {
  const half = `${to}.new`;
  try {
    copyFileSync(from, half);
    renameSync(half, to);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}
