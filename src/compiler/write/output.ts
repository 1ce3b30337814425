import {
  type Stats,
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
  readonly #written = new Set<string>();

  /** @param folder need not exist */
  constructor(folder: string) {
    this.#folder = folder;
    this.#before = new Set(readManifest(join(folder, MANIFEST)));
  }

  /**
   * @param file relative to the output folder, with "/"
   * @throws when it was written before in this build: two pages would share an address
   */
  write(file: string, content: string | Buffer): void {
    const path = this.#claim(file);
    const bytes = Buffer.from(content);
    const size = sizeOf(path);
    if (size === bytes.length && readFileSync(path).equals(bytes)) return;
    this.#written.add(file);
    if (size === undefined) writeFileSync(path, bytes);
    else replace(path, bytes);
  }

  /**
   * Puts a file from elsewhere here, as a link where the disk allows: pictures
   * are most of an archive's bytes. What is linked already costs no reading.
   */
  copy(file: string, from: string): void {
    const path = this.#claim(file);
    const there = statSync(path, { throwIfNoEntry: false });
    if (there && isSame(path, there, from)) return;
    if (there) unlinkSync(path);
    this.#written.add(file);
    try {
      linkSync(realpathSync(from), path);
    } catch {
      copyFileSync(from, path);
    }
  }

  /** Takes a file into this build that was put here by other hands. Its name must change with its bytes. */
  adopt(file: string): void {
    this.#claim(file);
    if (!this.#before.has(file)) this.#written.add(file);
  }

  /**
   * Lets files of the previous build stand as they are: all of them, or none.
   * @returns false when one of them is not there
   */
  keep(...files: string[]): boolean {
    if (!files.every((file) => this.#before.has(file) && this.size(file) !== undefined)) return false;
    for (const file of files) this.#claim(file);
    return true;
  }

  /** Whether a file is one of this build so far. */
  has(file: string): boolean {
    return this.#now.has(file);
  }

  /** All files of this build so far. */
  files(): string[] {
    return [...this.#now];
  }

  /** Whether a file of this build has other bytes than in the previous one. */
  isNew(file: string): boolean {
    return this.#written.has(file);
  }

  /** Where a file or folder of this build lies. */
  path(file: string): string {
    return join(this.#folder, file);
  }

  read(file: string): Buffer {
    return readFileSync(join(this.#folder, file));
  }

  /** Bytes of a file of this folder; undefined when there is none. */
  size(file: string): number | undefined {
    return sizeOf(join(this.#folder, file));
  }

  /** Removes what the previous build wrote and this one did not. Nothing may be written after. */
  finish(): Outcome {
    const removed = [...this.#before].filter((file) => !this.#now.has(file));
    for (const file of removed) this.#remove(file);
    const unchanged = this.#now.size - this.#written.size;
    const outcome = { written: [...this.#written], unchanged, removed };
    // Sorted, since compressed files come in the order in which they are done.
    this.write(
      MANIFEST,
      [...this.#now]
        .toSorted()
        .map((file) => `${file}\n`)
        .join(""),
    );
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

function isSame(path: string, there: Stats, from: string): boolean {
  const source = statSync(from);
  if (source.size !== there.size) return false;
  return (source.ino === there.ino && source.dev === there.dev) || readFileSync(from).equals(readFileSync(path));
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
