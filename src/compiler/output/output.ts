import { constants, copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FolderMemory } from "../state/FolderMemory.ts";
import { isCopy, removeFile, replaceFile, sizeOf } from "./diskFiles.ts";
import { Placer } from "./placer.ts";
import { MANIFEST, PreviousSite } from "./previousSite.ts";

/** Written last into a folder of changes: the files of the site to remove. Without it the folder is incomplete. */
export const REMOVED = ".broadsheet-removed";

/** Files whose names change with their content. */
export const NAMED_BY_CONTENT = /^(?:assets\/|pictures\/|data\/search\/(?!manifest\.))/u;

/** What a build did to its output folder. Files are relative to it, with "/". */
export type Outcome = { written: string[]; unchanged: number; removed: string[] };

/** A file that was written to a site by other code, and whether its bytes are new. */
export type Placed = { file: string; isNew: boolean };

/**
 * The output of a build: a folder that is updated in place, or a folder of
 * changes to a site that stays as it is. At the end, files of the previous build
 * that this one does not have are removed, and no others.
 */
export class Output {
  readonly #folder: string;
  /** Whether nothing was there before. */
  readonly isEmpty: boolean;
  readonly before: PreviousSite;
  /** Whether the folder has only changes, and the site stays as it is. */
  readonly #isApart: boolean;
  readonly #placer: Placer;
  readonly #now = new Set<string>();
  readonly #written = new Set<string>();
  #list: string[] = [];

  /**
   * @param folder to write into; it need not exist
   * @param site to which `folder` has the changes; without it, `folder` itself is the site
   * @param folders the memory of that site's folders; without it, all of them are listed
   */
  constructor(folder: string, site?: string, folders?: FolderMemory) {
    this.#folder = folder;
    this.isEmpty = site === undefined && (!existsSync(folder) || readdirSync(folder).length === 0);
    this.#placer = new Placer(folder, site, this.isEmpty);
    this.#isApart = site !== undefined;
    this.before = new PreviousSite(site ?? folder, this.#isApart, folders);
  }

  /**
   * Writes a file of this build.
   * @param file relative to the output folder, with "/"
   * @throws if it was already written or expected in this build: two pages would share an address
   */
  write(file: string, content: string | Buffer): void {
    this.expect(file);
    this.put(file, content);
  }

  /** Writes a file that was expected, or that belongs to one that was. */
  put(file: string, content: string | Buffer): void {
    this.confirm([{ file, isNew: this.#placer.put(file, Buffer.from(content)) }]);
  }

  /**
   * Announces a file of this build that other code will write, and that `confirm` will confirm.
   * @throws if it was already written or expected in this build: two pages would share an address
   */
  expect(file: string): void {
    if (this.#now.has(file)) throw new Error(`Two pages of the edition want the file ${file}.`);
    this.#now.add(file);
  }

  /** Confirms files that other code has written: those that were expected, or that belong to them. */
  confirm(placed: Placed[]): void {
    for (const { file, isNew } of placed) {
      this.#now.add(file);
      if (isNew) this.#written.add(file);
    }
  }

  /**
   * Copies a file from elsewhere, and never links to it: an edit in the site must
   * not change the source. Pictures make up most of an archive's bytes, so those
   * that already exist are not read again.
   */
  copy(file: string, from: string): void {
    this.expect(file);
    const before = this.before.path(file);
    const there = statSync(before, { throwIfNoEntry: false });
    if (there && isCopy(before, there, from, NAMED_BY_CONTENT.test(file))) return;
    const path = this.#placer.target(file);
    // Removed, not overwritten: it may be a link to the source.
    if (there && !this.#isApart) rmSync(path);
    this.#written.add(file);
    // File systems with copy-on-write share the blocks.
    copyFileSync(from, path, constants.COPYFILE_FICLONE);
  }

  /** Adds a file to this build that other code has written. Its name must change with its bytes. */
  adopt(file: string): void {
    this.expect(file);
    if (!this.before.files.has(file)) this.#written.add(file);
  }

  /**
   * Keeps files of the previous build as they are: all of them, or none.
   * @returns false if one of them does not exist
   */
  keep(...files: string[]): boolean {
    if (!files.every((file) => this.before.has(file))) return false;
    for (const file of files) this.expect(file);
    return true;
  }

  /** Whether this build has a file so far. */
  has(file: string): boolean {
    return this.#now.has(file);
  }

  /** All files of this build, once it is finished, in the order of the manifest. */
  list(): string[] {
    return this.#list;
  }

  /** All files of this build so far. */
  files(): string[] {
    return [...this.#now];
  }

  /** Whether a file of this build differs from that of the previous one. */
  isNew(file: string): boolean {
    return this.#written.has(file);
  }

  /** Where other code is to write a file or folder of this build. */
  path(file: string): string {
    return join(this.#folder, file);
  }

  read(file: string): Buffer {
    return readFileSync(this.#place(file));
  }

  /** The size of a file in bytes; undefined if there is none. */
  size(file: string): number | undefined {
    return sizeOf(this.#place(file));
  }

  /** Removes the files that only the previous build has, or lists them in the folder of changes. Nothing may be written afterwards. */
  finish(): Outcome {
    const removed = [...this.before.files].filter((file) => !this.#now.has(file));
    if (!this.#isApart) for (const file of removed) removeFile(this.#folder, file);
    const unchanged = this.#now.size - this.#written.size;
    const outcome = { written: [...this.#written], unchanged, removed };
    const isSameList = removed.length === 0 && this.#now.size === this.before.files.size;
    // Sorted, since compressed files are added in the order in which they finish. The previous list is sorted already.
    this.#list = isSameList ? [...this.before.files] : [...this.#now].toSorted();
    this.write(MANIFEST, this.#list.map((file) => `${file}\n`).join(""));
    if (this.#isApart) replaceFile(this.#placer.target(REMOVED), Buffer.from(removed.map((file) => `${file}\n`).join("")));
    return outcome;
  }

  #place(file: string): string {
    return this.#written.has(file) ? this.path(file) : this.before.path(file);
  }
}
