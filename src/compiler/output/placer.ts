import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { replaceFile, sizeOf } from "./diskFiles.ts";

/**
 * Puts files into a folder: a site, or the changes to a site that stays as it
 * is. A file whose bytes have not changed is not touched, so that its date stays
 * the same for caches and backups. Several threads can do so at once, each with
 * its own files. File access is synchronous, which is several times faster for
 * many small files.
 */
export class Placer {
  readonly #folder: string;
  readonly #site: string;
  readonly #isEmpty: boolean;
  readonly #folders = new Set<string>();

  /**
   * @param folder to write into; it need not exist
   * @param site to which `folder` has the changes; by default `folder` itself
   * @param isEmpty whether nothing was there before, so that no file need be looked for
   */
  constructor(folder: string, site = folder, isEmpty = false) {
    this.#folder = folder;
    this.#site = site;
    this.#isEmpty = isEmpty;
  }

  /**
   * Writes a file if its bytes are new.
   * @param file relative to the folder, with "/"
   * @returns whether they were: the site had other bytes, or no such file
   */
  put(file: string, bytes: Buffer): boolean {
    const before = join(this.#site, file);
    if (!this.#isEmpty && sizeOf(before) === bytes.length && readFileSync(before).equals(bytes)) return false;
    replaceFile(this.target(file), bytes);
    return true;
  }

  /** The path to write a file to. Its folder is created. */
  target(file: string): string {
    const path = join(this.#folder, file);
    const folder = dirname(path);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    return path;
  }
}
