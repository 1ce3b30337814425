import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "#compiler/output/filesBelow.ts";
import { REMOVED } from "#compiler/output/output.ts";
import { keepPrivate } from "#compiler/state/keepPrivate.ts";
import type { readChanges } from "./applyChanges.ts";
import type { SitePlaces } from "./sitePlaces.ts";
import { mirror } from "./standbyCopy.ts";

/** A folder of changes that turns the site back into what it was, in a private folder: it has stories that were taken down. */
const FILES = "files";

/** Written by a rollback. The next change to the site removes it, along with the files. */
const ROLLED_BACK = "rolled-back";

/**
 * Keeps what a change to the site is about to replace or remove. The cost depends on the change, since the files are hard links.
 * If the change is not made after all, what is kept equals the site, so that bringing it back changes nothing.
 */
export function keepPreviousFiles({ site, previous }: SitePlaces, { moved, removed }: ReturnType<typeof readChanges>): void {
  const fresh = `${previous}-new`;
  for (const old of [previous, fresh]) rmSync(old, { recursive: true, force: true });
  const files = join(fresh, FILES);
  mkdirSync(files, { recursive: true });
  keepPrivate(fresh);
  mirror([...moved, ...removed], site, files);
  const added = moved.filter((file) => !existsSync(join(site, file)));
  writeFileSync(join(files, REMOVED), added.map((file) => `${file}\n`).join(""));
  renameSync(fresh, previous);
}

/** The folder of changes that turns the site back into what it was. Undefined if nothing is kept. */
export function previousFiles({ previous }: SitePlaces): string | undefined {
  const files = join(previous, FILES);
  return existsSync(files) ? files : undefined;
}

/** Writes to `folder` the changes that turn the site back into what it was. */
export function bringBack(files: string, folder: string): void {
  mirror(filesBelow(files), files, folder);
}

export const isRolledBack = ({ previous }: SitePlaces): boolean => existsSync(join(previous, ROLLED_BACK));

export function noteRollback({ previous }: SitePlaces): void {
  writeFileSync(join(previous, ROLLED_BACK), "");
}
