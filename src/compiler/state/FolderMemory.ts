import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { digest } from "./digest.ts";
import { readStateFile, writeStateFile } from "./stateFile.ts";
import { stampOf } from "./stampOf.ts";

const FoldersSchema = v.object({ list: v.string(), stamps: v.record(v.string(), v.string()) });

/**
 * Which folders of a site have been seen to hold all that they should, and what
 * the disk said of them then. While it says the same, no name has come or gone,
 * and the folder need not be listed: that is most of them in a later build.
 */
export class FolderMemory {
  readonly #path: string | undefined;
  #stamps = new Map<string, string>();

  /** @param path of the file in which it is kept; without one, nothing is */
  constructor(path?: string) {
    this.#path = path;
  }

  /**
   * @param site its folder
   * @param files what should be there, relative to it, with "/"
   * @returns those of them that are not
   */
  missing(site: string, files: string[]): Set<string> {
    const before = this.#path === undefined ? undefined : readStateFile(this.#path, FoldersSchema);
    const known = before?.list === listOf(files) ? before.stamps : {};
    this.#stamps = new Map();
    // Of a folder that is as it was, nothing.
    const names = new Map<string, Set<string> | undefined>();
    const missing = new Set<string>();
    for (const file of files) {
      const at = file.lastIndexOf("/");
      const folder = file.slice(0, Math.max(0, at));
      if (!names.has(folder)) {
        const stamp = stampIfThere(join(site, folder));
        names.set(folder, stamp !== "" && known[folder] === stamp ? undefined : filesIn(join(site, folder)));
        this.#stamps.set(folder, stamp);
      }
      if (names.get(folder)?.has(file.slice(at + 1)) === false) missing.add(file);
    }
    return missing;
  }

  /**
   * For the next build, once the site is in its place. What has been put into a
   * folder meanwhile is told by the disk.
   * @param files what is there now
   */
  save(files: string[]): void {
    if (this.#path === undefined) return;
    const stamps = Object.fromEntries([...this.#stamps].filter(([, stamp]) => stamp !== ""));
    writeStateFile(this.#path, JSON.stringify({ list: listOf(files), stamps }));
  }
}

const listOf = (files: string[]): string => digest(files.join("\n"));

function stampIfThere(folder: string): string {
  try {
    return stampOf(folder);
  } catch {
    return "";
  }
}

function filesIn(folder: string): Set<string> {
  try {
    return new Set(readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [] : entry.name)));
  } catch {
    return new Set();
  }
}
