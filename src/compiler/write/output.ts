import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** The list of what a build wrote, for the next build to clean up after it. */
const MANIFEST = ".broadsheet-files";

/** What a build did to its output folder. Files are relative to it, with "/". */
export type Outcome = { written: string[]; unchanged: number; removed: string[] };

/**
 * The output folder of a build. A file whose bytes are as before is not
 * touched, so that its date, a cache and a backup stay good; one that differs
 * is replaced at once, never half. In the end, files of the previous build
 * that were not written again are removed: those, and nothing else.
 * File access is synchronous, which is several times faster for many small files.
 */
export class Output {
  readonly #folder: string;
  readonly #before: Set<string>;
  readonly #now = new Set<string>();
  readonly #folders = new Set<string>();
  readonly #written: string[] = [];

  /** @param folder need not exist */
  constructor(folder: string) {
    this.#folder = folder;
    this.#before = new Set(readManifest(join(folder, MANIFEST)));
  }

  /**
   * @param file relative to the output folder, with "/"
   * @throws when it was written before in this build: two pages would share an address
   */
  write(file: string, content: string): void {
    const path = this.#claim(file);
    const bytes = Buffer.from(content);
    const size = sizeOf(path);
    if (size === bytes.length && readFileSync(path).equals(bytes)) return;
    this.#written.push(file);
    if (size === undefined) writeFileSync(path, bytes);
    else replace(path, bytes);
  }

  /** Puts a file from elsewhere here, by a link where the disk allows. One of that name and size is taken to be the same. */
  copy(file: string, from: string): void {
    const path = this.#claim(file);
    const size = sizeOf(path);
    if (size !== undefined && size === sizeOf(from)) return;
    if (size !== undefined) unlinkSync(path);
    this.#written.push(file);
    try {
      linkSync(realpathSync(from), path);
    } catch {
      copyFileSync(from, path);
    }
  }

  /** Bytes of a file of this folder; undefined when there is none. */
  size(file: string): number | undefined {
    return sizeOf(join(this.#folder, file));
  }

  /** Removes what the previous build wrote and this one did not. Nothing may be written after. */
  finish(): Outcome {
    const removed = [...this.#before].filter((file) => !this.#now.has(file));
    for (const file of removed) this.#remove(file);
    const unchanged = this.#now.size - this.#written.length;
    const outcome = { written: [...this.#written], unchanged, removed };
    this.write(MANIFEST, [...this.#now].map((file) => `${file}\n`).join(""));
    return outcome;
  }

  #claim(file: string): string {
    if (this.#now.has(file)) throw new Error(`Two pages of the edition want the file ${file}.`);
    this.#now.add(file);
    const path = join(this.#folder, file);
    const folder = dirname(path);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    return path;
  }

  #remove(file: string): void {
    rmSync(join(this.#folder, file), { force: true });
    for (let folder = dirname(file); folder !== "."; folder = dirname(folder)) {
      try {
        rmdirSync(join(this.#folder, folder));
      } catch {
        return;
      }
    }
  }
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

function replace(path: string, bytes: Buffer): void {
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
}

/** A manifest that was tampered with must not lead out of the folder. */
function readManifest(path: string): string[] {
  if (sizeOf(path) === undefined) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((file) => file !== "" && !file.split(/[/\\]/u).includes(".."));
}
