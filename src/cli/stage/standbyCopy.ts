import {
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { readFileList, removeFile } from "#compiler/output/diskFiles.ts";
import { MANIFEST } from "#compiler/output/previousSite.ts";
import { BUILD } from "#compiler/state/BuildState.ts";
import type { SitePlaces } from "./sitePlaces.ts";

/**
 * Makes a standby copy of a site: hard links to all files that builds wrote into it, which
 * take next to no space. Keeps an existing copy if it is of the present site.
 * @throws if the disk has no hard links, or the site is on a disk of its own
 */
export function makeStandbyCopy({ site, standIn, standby }: SitePlaces): void {
  if (isStandbyCopy(standby, site)) return;
  for (const old of [standby, standIn]) rmSync(old, { recursive: true, force: true });
  mkdirSync(standIn);
  chmodSync(standIn, statSync(site).mode);
  // This one must be a hard link, not a copy: its inode identifies the standby copy.
  linkSync(join(site, MANIFEST), join(standIn, MANIFEST));
  mirror(readFileList(join(site, MANIFEST)), site, standIn);
  renameSync(standIn, standby);
}

/** Both files are new whenever a build changes the site. */
function isStandbyCopy(standby: string, site: string): boolean {
  return (
    [MANIFEST, BUILD].every((file) => inodeOf(join(standby, file)) === inodeOf(join(site, file))) && inodeOf(join(standby, MANIFEST)) !== 0
  );
}

const inodeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.ino ?? 0;

/** Makes files in `to` equal those in `from` by hard links, and removes those that `from` lacks. Never writes into a file. */
export function mirror(files: string[], from: string, to: string): void {
  const folders = new Set<string>();
  // A page may have replaced a folder, or a folder a page.
  for (const file of files) removeFile(to, file);
  for (const file of files) {
    const folder = dirname(file);
    if (!folders.has(folder)) {
      if (!isFolder(join(from, folder))) continue;
      mkdirSync(join(to, folder), { recursive: true });
      folders.add(folder);
    }
    link(join(from, file), join(to, file));
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function link(file: string, copy: string): void {
  try {
    linkSync(file, copy);
  } catch {
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (stats === undefined || stats.isDirectory()) return;
    if (stats.isSymbolicLink()) return symlinkSync(readlinkSync(file), copy);
    // It belongs to another user, or has too many links.
    copyFileSync(file, copy, constants.COPYFILE_EXCL);
  }
}
