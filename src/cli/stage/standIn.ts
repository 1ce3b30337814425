import { existsSync, readlinkSync, realpathSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { rename } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { readFileList, removeFile } from "#compiler/write/files.ts";
import { filesBelow } from "#compiler/write/filesBelow.ts";
import { MANIFEST } from "#compiler/write/previousSite.ts";
import { applyChanges } from "./applyChanges.ts";
import { isLink, placesOf, type SitePlaces } from "./sitePlaces.ts";
import { makeStandbyCopy, mirror } from "./standbyCopy.ts";

/** In milliseconds: a build needs less than one. */
const MOMENT = 200;

/** How many changes are moved before anybody can put something into the site. */
const INSTANT = 200;

/**
 * Moves the changes into a site behind its readers' backs: its standby copy, which is
 * what the site was, has its place meanwhile. The folder is the same one
 * afterwards, so that what holds it (a container, a program that watches it)
 * holds the site still.
 * @param changed what the changes move and leave behind
 * @returns what keeps the standby copy from standing in, with nothing done
 * @throws when the changes cannot be moved; the site is as it was
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
    if (changed.length > INSTANT) mirror(cameMeanwhile(places, foreign), standIn, site);
    for (const file of foreign) removeFile(standIn, file);
    mirror(changed, site, standIn);
    renameSync(standIn, standby);
  } catch {
    // The new site is there. The next build makes another standby copy, or says why it cannot.
    rmSync(standIn, { recursive: true, force: true });
  }
  return undefined;
}

/**
 * Ends what was under way when a build was killed. Up to here its readers have
 * had the site before or the new one, whole; or, if it was killed in the moment
 * between two renames, none.
 */
export function bringBack(places: SitePlaces): void {
  const { site, next, aside } = places;
  if (!existsSync(aside)) return;
  if (!existsSync(site)) return renameSync(aside, site);
  if (isLink(aside) && readlinkSync(aside) === readlinkSync(site)) return rmSync(aside);
  try {
    if (existsSync(next)) applyChanges(next, aside);
    // What a publisher has put here since is in the standby copy alone.
    mirror(foreignFiles(site), site, aside);
  } catch {
    undo(places);
  }
  putBack(places);
}

/** Restores a site that a killed build left moved aside. For readers of the site only; everything else is left to the next build. */
export async function findSite(out: string): Promise<void> {
  const { site, aside } = placesOf(out);
  const isGone = (): boolean => !existsSync(site) && existsSync(aside);
  // A build that is under way has it back at once.
  if (!isGone()) return;
  await wait(MOMENT);
  if (isGone()) await rename(aside, site).catch(() => {});
}

/** Makes of the site, which is aside, what its standby copy is. */
function undo({ site, aside }: SitePlaces): void {
  mirror([...new Set([...filesBelow(aside), ...filesBelow(site)])], site, aside);
}

/** In one moment where the site is a link. Else by two renames, and there is no site between them. */
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

function cameMeanwhile({ site, standIn }: SitePlaces, before: string[]): string[] {
  const known = new Set(before);
  return foreignFiles(standIn).filter((file) => !known.has(file) && !existsSync(join(site, file)));
}

/** Those that no build wrote: a publisher has put them there. */
function foreignFiles(site: string): string[] {
  const ours = new Set([MANIFEST, ...readFileList(join(site, MANIFEST))]);
  return [...filesBelow(site)].filter((file) => !ours.has(file));
}
