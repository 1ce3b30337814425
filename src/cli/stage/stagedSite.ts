import { randomUUID } from "node:crypto";
import { copyFileSync, renameSync, writeFileSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { REMOVED } from "#compiler/output/output.ts";
import { MANIFEST } from "#compiler/output/previousSite.ts";
import { CliError } from "../CliError.ts";
import { applyChanges, readChanges } from "./applyChanges.ts";
import { isRolledBack, keepPreviousFiles } from "./previousFiles.ts";
import { placesOf, type SitePlaces } from "./sitePlaces.ts";
import { finishInterruptedChange, changeBehindStandbyCopy } from "./changeBehindStandbyCopy.ts";
import { makeStandbyCopy } from "./standbyCopy.ts";

/** Where a build writes: `folder` receives the files that differ from `site`, or all files if there is no site. */
export type Stage = { folder: string; site: string | undefined };

/**
 * Builds the changes to a site in a folder beside it, and puts them in place at
 * the end: a build that is killed leaves the previous site or the new one, whole.
 * A signal that arrives in that step takes effect once the new site is in place.
 * @param out the folder of the site; it may be missing, but must not contain files that no build wrote
 * @param build writes to its stage; if it throws, or `isSite` rejects its result, the previous site stays
 * @param say receives a sentence if the live site had to be changed file by file
 * @param check throws if another build has taken over; this one then leaves everything to it
 * @returns what `build` returned
 */
export async function stageSite<T>(
  out: string,
  build: (stage: Stage) => Promise<T>,
  isSite: (result: T) => boolean,
  say: (sentence: string) => void,
  check: () => void = () => {},
): Promise<T> {
  const places = placesOf(out);
  const { site, next, aside } = places;
  await mkdir(dirname(site), { recursive: true });
  await putting(site, () => recover(places));
  await refuseForeign(site);
  const isThere = await isBuilt(site);
  const result = await make(next, (folder) => build({ folder, site: isThere ? site : undefined }), check);
  try {
    if (isSite(result)) await putting(site, () => putInPlace(places, say));
    return result;
  } finally {
    // If the site is still aside, the next build needs the folder to finish.
    if (!(await exists(aside))) await rm(next, { recursive: true, force: true });
  }
}

/** Builds in a folder that only this build writes to, even if another has taken over meanwhile. */
async function make<T>(next: string, build: (folder: string) => Promise<T>, check: () => void): Promise<T> {
  const folder = `${next}-${randomUUID()}`;
  await mkdir(folder);
  try {
    const result = await build(folder);
    check();
    await rename(folder, next);
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function putting(site: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    throw new CliError(`The new site could not be put into ${site}${reasonOf(cause)}. Name a folder inside it with --out.`, { cause });
  }
}

async function putInPlace(places: SitePlaces, say: (sentence: string) => void): Promise<void> {
  const { site, real, next } = places;
  if (await isBuilt(site)) {
    const changes = readChanges(next);
    const changed = [...changes.moved, ...changes.removed];
    if (changed.length === 0) return;
    if (isRolledBack(places)) say("This build has undone the rollback.");
    // Without them the site cannot be rolled back, but a story that is to be taken down must not wait for that.
    await uninterrupted(() => keepPreviousFiles(places, changes)).catch(() => {});
    return await uninterrupted(() => change(places, changed, say));
  }
  await rm(places.previous, { recursive: true, force: true });
  try {
    // Replaces an empty folder too.
    await rename(next, real);
  } catch (cause) {
    if (!(await exists(site))) throw cause;
    return await uninterrupted(() => fill(places));
  }
  // If it cannot be made, the next build says why.
  await uninterrupted(() => makeStandbyCopy(places)).catch(() => {});
}

/** Fills an empty folder that cannot be replaced, such as a mount point. The manifest is first: it tells the next build what to do. */
function fill({ site, next, changes }: SitePlaces): void {
  writeFileSync(join(next, REMOVED), "");
  renameSync(next, changes);
  copyFileSync(join(changes, MANIFEST), join(site, MANIFEST));
  applyChanges(changes, site);
}

function change(places: SitePlaces, changed: string[], say: (sentence: string) => void): void {
  const failure = changeBehindStandbyCopy(places, changed);
  if (!failure) return;
  const { site, next, changes } = places;
  say(
    `The site was updated file by file, because no standby copy can stand in for it${reasonOf(failure.cause)}: if a build is killed meanwhile, the site is a mix of old and new until the next build.`,
  );
  renameSync(next, changes);
  applyChanges(changes, site);
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
}

/** Does work that must not be interrupted. A signal that arrives meanwhile ends the program afterwards. */
async function uninterrupted(work: () => void): Promise<void> {
  const asked = new Set<NodeJS.Signals>();
  const note = (signal: NodeJS.Signals): void => void asked.add(signal);
  for (const signal of ENDING) process.on(signal, note);
  try {
    work();
  } finally {
    // Node delivers signals between two of these.
    await setImmediate();
    await setImmediate();
    for (const signal of ENDING) process.off(signal, note);
  }
  for (const signal of asked) process.kill(process.pid, signal);
}

const ENDING: NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Finishes putting in place what a killed build had begun, and removes its leftovers. */
async function recover(places: SitePlaces): Promise<void> {
  const { site, next, changes, standIn, link } = places;
  await uninterrupted(() => finishInterruptedChange(places));
  if ((await exists(changes)) && (await isBuilt(site))) await finish(changes, site);
  const parent = dirname(site);
  const made = (await readdir(parent)).filter((name) => name.startsWith(`${basename(next)}-`)).map((name) => join(parent, name));
  for (const left of [...made, next, changes, standIn, link]) await rm(left, { recursive: true, force: true });
}

/** Errors are ignored: what cannot be finished is built again. */
function finish(changes: string, site: string): Promise<void> {
  return uninterrupted(() => applyChanges(changes, site)).catch(() => {});
}

async function refuseForeign(site: string): Promise<void> {
  const files = (await exists(site)) ? await readdir(site) : [];
  if (files.length === 0 || files.includes(MANIFEST)) return;
  throw new CliError(`The folder ${site} contains files that no build wrote. Name another with --out, or empty it first.`);
}

const isBuilt = (site: string): Promise<boolean> => exists(join(site, MANIFEST));

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
