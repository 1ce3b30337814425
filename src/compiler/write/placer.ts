import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { replaceFile, sizeOf } from "./files.ts";

/**
 * Puts files into a folder: a site, or the changes to a site that stays as it
 * is. A file whose bytes are as before is not touched, so that its date, a cache
 * and a backup stay good. Several threads can do so at once, each with its own files.
 * File access is synchronous, which is several times faster for many small files.
 */
export class Placer {
  readonly #folder: string;
  readonly #site: string;
  readonly #isEmpty: boolean;
  readonly #folders = new Set<string>();

  /**
   * @param folder to write into; need not exist
   * @param site which `folder` holds the changes to; `folder` itself where there is none
   * @param isEmpty nothing is there before: it need not be asked file by file
   */
  constructor(folder: string, site = folder, isEmpty = false) {
    this.#folder = folder;
    this.#site = site;
    this.#isEmpty = isEmpty;
  }

  /**
   * @param file relative to the folder, with "/"
   * @returns whether it is new: the site had other bytes, or none
   */
  put(file: string, bytes: Buffer): boolean {
    const before = join(this.#site, file);
    if (!this.#isEmpty && sizeOf(before) === bytes.length && readFileSync(before).equals(bytes)) return false;
    replaceFile(this.target(file), bytes);
    return true;
  }

  /** Where a file is written; the folder is there. */
  target(file: string): string {
    const path = join(this.#folder, file);
    const folder = dirname(path);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    return path;
  }
}
