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
import { readFileList, removeFile } from "#compiler/write/files.ts";
import { MANIFEST } from "#compiler/write/previousSite.ts";
import { BUILD } from "#compiler/state/BuildState.ts";
import type { SitePlaces } from "./sitePlaces.ts";

/**
 * Makes a standby copy of a site: hard links to all files that builds wrote into it, which
 * take next to no space. An existing copy of this very site is kept.
 * @throws where the disk has no hard links, or the site is a disk of its own
 */
export function makeStandbyCopy({ site, standIn, standby }: SitePlaces): void {
  if (isStandbyCopy(standby, site)) return;
  for (const old of [standby, standIn]) rmSync(old, { recursive: true, force: true });
  mkdirSync(standIn);
  chmodSync(standIn, statSync(site).mode);
  // The one of which no copy will do: the standby copy is known by it.
  linkSync(join(site, MANIFEST), join(standIn, MANIFEST));
  mirror(readFileList(join(site, MANIFEST)), site, standIn);
  renameSync(standIn, standby);
}

/** Both change with what a build changes. */
function isStandbyCopy(standby: string, site: string): boolean {
  return (
    [MANIFEST, BUILD].every((file) => inodeOf(join(standby, file)) === inodeOf(join(site, file))) && inodeOf(join(standby, MANIFEST)) !== 0
  );
}

const inodeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.ino ?? 0;

/** Makes some files in one folder what they are in another, by hard links; removes those that the other no longer has. No file is written into. */
export function mirror(files: string[], from: string, to: string): void {
  const folders = new Set<string>();
  // A page may have taken the place of a folder, or a folder that of a page.
  for (const file of files) removeFile(to, file);
  for (const file of files) {
    const folder = dirname(file);
    if (!folders.has(folder)) {
      if (!isFolder(join(from, folder))) continue;
      mkdirSync(join(to, folder), { recursive: true });
      folders.add(folder);
    }
    name(join(from, file), join(to, file));
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function name(file: string, second: string): void {
  try {
    linkSync(file, second);
  } catch {
    const there = lstatSync(file, { throwIfNoEntry: false });
    if (there === undefined || there.isDirectory()) return;
    if (there.isSymbolicLink()) return symlinkSync(readlinkSync(file), second);
    // One that belongs to somebody else, or has too many names.
    copyFileSync(file, second, constants.COPYFILE_EXCL);
  }
}
