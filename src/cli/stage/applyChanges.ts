import { copyFileSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { readFileList, removeFile } from "#compiler/output/diskFiles.ts";
import { filesBelow } from "#compiler/output/filesBelow.ts";
import { NAMED_BY_CONTENT, REMOVED } from "#compiler/output/output.ts";
import { MANIFEST } from "#compiler/output/previousSite.ts";
import { workerFile } from "#content/serviceWorker.ts";
import { freshFile, previewFile } from "#content/paths.ts";

/**
 * Moves a complete folder of changes into a site, and removes the files that the
 * new site no longer has. If it is interrupted, it can be run again.
 */
export function applyChanges(changes: string, site: string): void {
  const { moved, removed } = readChanges(changes);
  for (const file of moved.toSorted((a, b) => turnOf(a) - turnOf(b))) {
    try {
      move(join(changes, file), join(site, file));
    } catch {
      // A page may have replaced a folder, or a folder a page.
      for (const gone of removed) removeFile(site, gone);
      move(join(changes, file), join(site, file));
    }
  }
  for (const gone of removed) removeFile(site, gone);
}

/** The files that a folder of changes adds to a site, and those that it removes. */
export function readChanges(changes: string): { moved: string[]; removed: string[] } {
  const moved = filesBelow(changes).filter((file) => file !== REMOVED);
  return { moved, removed: readFileList(join(changes, REMOVED)) };
}

/**
 * The position of a file in the order of moves. No file comes before those it
 * needs: first files named by their content, then data, pages, and files that link
 * to pages; last, those that tell open pages and their worker of the new site, and
 * the list of its files.
 */
export function turnOf(file: string): number {
  if (LAST.has(file)) return 4;
  // Before the data of a preview, or a server would send alerts about it to readers.
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
    // The site may be on a disk of its own.
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
