import { cp, link, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { CliError } from "./CliError.ts";

/** The list that every build leaves in its output folder, see the compiler's Output. */
const MARK = ".broadsheet-files";

/**
 * Builds a site beside the one that is there, and puts it in its place at the
 * end: a build that is killed leaves the previous site whole. The new one starts
 * as hard links to the old, so that what does not change costs nothing.
 * @param out the folder of the site; it may be missing, but must not hold anything that no build wrote
 * @param build writes into the folder it is given; when it throws, or `isSite` denies its result, the previous site stays
 * @returns what `build` returned
 */
export async function stageSite<T>(out: string, build: (folder: string) => Promise<T>, isSite: (result: T) => boolean): Promise<T> {
  const site = resolve(out);
  // Names that nobody gives a folder of their own: what has them is removed.
  const beside = (part: string) => join(dirname(site), `.${basename(site)}.broadsheet-${part}`);
  const next = beside("next");
  const old = beside("old");
  await recover(site, next, old);
  await refuseForeign(site);
  await mkdir(dirname(site), { recursive: true });
  if (await exists(site)) await linkTree(site, next);
  else await mkdir(next);
  try {
    const result = await build(next);
    if (isSite(result)) await replace(site, next, old);
    return result;
  } finally {
    await remove(next);
  }
}

async function replace(site: string, next: string, old: string): Promise<void> {
  try {
    if (await exists(site)) await rename(site, old);
    await rename(next, site);
  } catch (cause) {
    throw new CliError(`The new site could not take the place of ${site}, which cannot be renamed. Name a folder inside it with --out.`, {
      cause,
    });
  }
  await remove(old);
}

/** Clears what a killed build left, and puts the old site back if it was killed between the two renames. */
async function recover(site: string, next: string, old: string): Promise<void> {
  if (!(await exists(site)) && (await exists(old))) await rename(old, site);
  await remove(next);
  await remove(old);
}

async function refuseForeign(site: string): Promise<void> {
  const files = (await exists(site)) ? await readdir(site) : [];
  if (files.length === 0 || files.includes(MARK)) return;
  throw new CliError(`The folder ${site} holds files that no build wrote. Name another with --out, or empty it first.`);
}

async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await linkTree(source, target);
    else await link(source, target).catch(() => cp(source, target));
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}
