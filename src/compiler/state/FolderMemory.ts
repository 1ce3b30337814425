import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { digest } from "./digest.ts";
import { readStateFile, writeStateFile } from "./stateFile.ts";
import { stampOf } from "./stampOf.ts";

const FoldersSchema = v.object({ list: v.string(), stamps: v.record(v.string(), v.string()) });

/**
 * Remembers which folders of a site were complete, and the stamp of each at that
 * time. While the stamp is the same, no file has been added or removed, and the
 * folder need not be listed: this saves most listings in a later build.
 */
export class FolderMemory {
  readonly #path: string | undefined;
  #stamps = new Map<string, string>();

  /** @param path of the file that keeps the stamps; without it none are kept */
  constructor(path?: string) {
    this.#path = path;
  }

  /**
   * Finds the files that a site lacks.
   * @param site the folder of the site
   * @param files the paths that should exist, relative to it, with "/"
   * @returns those that do not exist
   */
  missing(site: string, files: string[]): Set<string> {
    const before = this.#path === undefined ? undefined : readStateFile(this.#path, FoldersSchema);
    const known = before?.list === listOf(files) ? before.stamps : {};
    this.#stamps = new Map();
    // The names in each folder; undefined for one that has not changed.
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
   * Saves the stamps for the next build, once the site is in its place. If a folder
   * has changed since, its stamp will differ then.
   * @param files the paths that now exist
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
