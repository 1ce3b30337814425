import { existsSync, readlinkSync, realpathSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { rename } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { readFileList, removeFile } from "#compiler/output/diskFiles.ts";
import { filesBelow } from "#compiler/output/filesBelow.ts";
import { MANIFEST } from "#compiler/output/previousSite.ts";
import { applyChanges } from "./applyChanges.ts";
import { isLink, placesOf, type SitePlaces } from "./sitePlaces.ts";
import { makeStandbyCopy, mirror } from "./standbyCopy.ts";

/** How long findSite waits before it restores a site, in milliseconds: a build has it aside for less than one. */
const RESTORE_DELAY_MS = 200;

/** This many changes are moved so quickly that nobody can add a file to the site meanwhile. */
const QUICK_CHANGES = 200;

/**
 * Moves the changes into a site while its standby copy, which equals the site
 * before, is served in its place. The folder stays the same one, so that whatever
 * holds it (a container's mount, a program that watches it) still has the site.
 * @param changed the files that the changes add and remove
 * @returns why the standby copy cannot stand in; nothing has been done then
 * @throws if the changes cannot be moved; the site is then as before
 */
export function changeBehindStandbyCopy(places: SitePlaces, changed: string[]): { cause: unknown } | undefined {
  const { site, next, aside, standIn, standby } = places;
  let foreign: string[];
  try {
    makeStandbyCopy(places);
    renameSync(standby, standIn);
    foreign = foreignFiles(site);
    mirror(foreign, site, standIn);
    swapInStandbyCopy(places);
  } catch (cause) {
    rmSync(standIn, { recursive: true, force: true });
    return { cause };
  }
  try {
    applyChanges(next, aside);
  } catch (cause) {
    undo(places);
    putBack(places);
    throw cause;
  }
  putBack(places);
  try {
    if (changed.length > QUICK_CHANGES) mirror(addedMeanwhile(places, foreign), standIn, site);
    for (const file of foreign) removeFile(standIn, file);
    mirror(changed, site, standIn);
    renameSync(standIn, standby);
  } catch {
    // The new site is in place. The next build makes another standby copy, or says why it cannot.
    rmSync(standIn, { recursive: true, force: true });
  }
  return undefined;
}

/**
 * Finishes the change that a killed build had begun. Until now readers have had
 * the previous site or the new one, whole; or none, if the build was killed
 * between the two renames.
 */
export function finishInterruptedChange(places: SitePlaces): void {
  const { site, next, aside } = places;
  if (!existsSync(aside)) return;
  if (!existsSync(site)) return renameSync(aside, site);
  if (isLink(aside) && readlinkSync(aside) === readlinkSync(site)) return rmSync(aside);
  try {
    if (existsSync(next)) applyChanges(next, aside);
    // Files that a publisher has added since are in the standby copy only.
    mirror(foreignFiles(site), site, aside);
  } catch {
    undo(places);
  }
  putBack(places);
}

/** Restores a site that a killed build left moved aside, so that it can be served. All else is left to the next build. */
export async function findSite(out: string): Promise<void> {
  const { site, aside } = placesOf(out);
  const isGone = (): boolean => !existsSync(site) && existsSync(aside);
  // A build in progress puts it back at once.
  if (!isGone()) return;
  await wait(RESTORE_DELAY_MS);
  if (isGone()) await rename(aside, site).catch(() => {});
}

/** Turns the site, which is aside, back into what its standby copy is. */
function undo({ site, aside }: SitePlaces): void {
  mirror([...new Set([...filesBelow(aside), ...filesBelow(site)])], site, aside);
}

/** Atomic if the site is a symbolic link; else it takes two renames, and there is no site between them. */
function swapInStandbyCopy({ site, aside, standIn, link }: SitePlaces): void {
  if (isLink(site)) {
    symlinkSync(relative(realpathSync(dirname(site)), standIn), link);
    symlinkSync(readlinkSync(site), aside);
  } else renameSync(site, aside);
  try {
    renameSync(isLink(site) ? link : standIn, site);
  } catch (cause) {
    renameSync(aside, site);
    throw cause;
  }
}

function putBack({ site, aside, standIn }: SitePlaces): void {
  if (!isLink(site)) renameSync(site, standIn);
  renameSync(aside, site);
}

function addedMeanwhile({ site, standIn }: SitePlaces, before: string[]): string[] {
  const known = new Set(before);
  return foreignFiles(standIn).filter((file) => !known.has(file) && !existsSync(join(site, file)));
}

/** The files that no build wrote: a publisher has put them there. */
function foreignFiles(site: string): string[] {
  const ours = new Set([MANIFEST, ...readFileList(join(site, MANIFEST))]);
  return filesBelow(site).filter((file) => !ours.has(file));
}
