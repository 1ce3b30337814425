import { mkdir, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { MANIFEST, REMOVED } from "#compiler/write/output.ts";
import { CliError } from "./CliError.ts";
import { applyChanges } from "./applyChanges.ts";

/** Where a build writes: into `folder`, what differs from `site`. Without a site, all of it. */
export type Stage = { folder: string; site: string | undefined };

/**
 * Builds what changes of a site beside it, and puts it in its place at the end:
 * a build that is killed leaves the previous site whole. While it puts the
 * changes in their place, who asks it to end is heard once they are; one that
 * is killed without being asked then is finished by the next.
 * @param out the folder of the site; it may be missing, but must not hold anything that no build wrote
 * @param build writes to its stage; when it throws, or `isSite` denies its result, the previous site stays
 * @returns what `build` returned
 */
export async function stageSite<T>(out: string, build: (stage: Stage) => Promise<T>, isSite: (result: T) => boolean): Promise<T> {
  const site = resolve(out);
  const next = besideSite(site, "next");
  await mkdir(dirname(site), { recursive: true });
  await recover(site, next);
  await refuseForeign(site);
  const isThere = await isBuilt(site);
  await mkdir(next);
  try {
    const result = await build({ folder: next, site: isThere ? site : undefined });
    if (isSite(result)) await putInPlace(next, site);
    return result;
  } finally {
    await rm(next, { recursive: true, force: true });
  }
}

/** A folder of ours next to a site. Names that nobody gives a folder of their own: what has them is removed. */
export function besideSite(out: string, part: "next" | "state"): string {
  const site = resolve(out);
  return join(dirname(site), `.${basename(site)}.broadsheet-${part}`);
}

async function putInPlace(next: string, site: string): Promise<void> {
  try {
    if (await isBuilt(site)) return await uninterrupted(() => applyChanges(next, site));
    if (await exists(site)) await rmdir(site);
    await rename(next, site);
  } catch (cause) {
    throw new CliError(`The new site could not be put into ${site}. Name a folder inside it with --out.`, { cause });
  }
}

/** Does what must not stop in its middle. A signal that came meanwhile ends the program after it. */
async function uninterrupted(work: () => void): Promise<void> {
  const asked = new Set<NodeJS.Signals>();
  const note = (signal: NodeJS.Signals): void => void asked.add(signal);
  for (const signal of ENDING) process.on(signal, note);
  try {
    work();
  } finally {
    // Signals are told of between two of these.
    await setImmediate();
    await setImmediate();
    for (const signal of ENDING) process.off(signal, note);
  }
  for (const signal of asked) process.kill(process.pid, signal);
}

const ENDING: NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Finishes what a killed build had begun to put in its place, or clears what it left. */
async function recover(site: string, next: string): Promise<void> {
  if ((await exists(join(next, REMOVED))) && (await isBuilt(site))) applyChanges(next, site);
  await rm(next, { recursive: true, force: true });
}

async function refuseForeign(site: string): Promise<void> {
  const files = (await exists(site)) ? await readdir(site) : [];
  if (files.length === 0 || files.includes(MANIFEST)) return;
  throw new CliError(`The folder ${site} holds files that no build wrote. Name another with --out, or empty it first.`);
}

const isBuilt = (site: string): Promise<boolean> => exists(join(site, MANIFEST));

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
