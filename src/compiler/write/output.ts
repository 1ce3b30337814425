import { constants, copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FolderMemory } from "../state/FolderMemory.ts";
import { isCopy, removeFile, replaceFile, sizeOf } from "./files.ts";
import { Placer } from "./placer.ts";
import { MANIFEST, PreviousSite } from "./previousSite.ts";

/** Written last into a folder of changes: the files that they leave behind. Only where it stands is the folder complete. */
export const REMOVED = ".broadsheet-removed";

/** What has a name of its own for each content. */
export const NAMED_BY_CONTENT = /^(?:assets\/|pictures\/|data\/search\/(?!manifest\.))/u;

/** What a build did to its output folder. Files are relative to it, with "/". */
export type Outcome = { written: string[]; unchanged: number; removed: string[] };

/** What was put into a site by other hands, and whether the site had it otherwise before. */
export type Placed = { file: string; isNew: boolean };

/**
 * The output of a build: a folder that is brought up to date in place, or a
 * folder of changes to a site that stays as it is. In the end, files of the
 * previous build that were not written again are removed: those, and nothing else.
 */
export class Output {
  readonly #folder: string;
  /** Nothing was there before. */
  readonly isEmpty: boolean;
  readonly before: PreviousSite;
  /** The site stays as it is. */
  readonly #isApart: boolean;
  readonly #placer: Placer;
  readonly #now = new Set<string>();
  readonly #written = new Set<string>();
  #list: string[] = [];

  /**
   * @param folder to write into; need not exist
   * @param site which `folder` holds the changes to; without one, `folder` itself is the site
   * @param folders of that site in the build before: without it, all of them are listed
   */
  constructor(folder: string, site?: string, folders?: FolderMemory) {
    this.#folder = folder;
    this.isEmpty = site === undefined && (!existsSync(folder) || readdirSync(folder).length === 0);
    this.#placer = new Placer(folder, site, this.isEmpty);
    this.#isApart = site !== undefined;
    this.before = new PreviousSite(site ?? folder, this.#isApart, folders);
  }

  /**
   * @param file relative to the output folder, with "/"
   * @throws when it was written before in this build: two pages would share an address
   */
  write(file: string, content: string | Buffer): void {
    this.expect(file);
    this.put(file, content);
  }

  /** Writes a file that was expected, or goes with one that was. */
  put(file: string, content: string | Buffer): void {
    this.settle([{ file, isNew: this.#placer.put(file, Buffer.from(content)) }]);
  }

  /**
   * Says that a file of this build will be put here by other hands, which `settle` tells the end of.
   * @throws when it was written before in this build: two pages would share an address
   */
  expect(file: string): void {
    if (this.#now.has(file)) throw new Error(`Two pages of the edition want the file ${file}.`);
    this.#now.add(file);
  }

  /** Takes in what other hands have put here, of files that were expected or go with them. */
  settle(placed: Placed[]): void {
    for (const { file, isNew } of placed) {
      this.#now.add(file);
      if (isNew) this.#written.add(file);
    }
  }

  /**
   * Puts a copy of a file from elsewhere here, and never a link to it: whoever
   * edits the site must not edit the source. Pictures are most of an archive's
   * bytes, so those that are there already are not read again.
   */
  copy(file: string, from: string): void {
    this.expect(file);
    const before = this.before.path(file);
    const there = statSync(before, { throwIfNoEntry: false });
    if (there && isCopy(before, there, from, NAMED_BY_CONTENT.test(file))) return;
    const path = this.#placer.target(file);
    // Not written into: it may be a link to the source.
    if (there && !this.#isApart) rmSync(path);
    this.#written.add(file);
    // Disks that can share blocks until one of the two is changed do so.
    copyFileSync(from, path, constants.COPYFILE_FICLONE);
  }

  /** Takes a file into this build that was put here by other hands. Its name must change with its bytes. */
  adopt(file: string): void {
    this.expect(file);
    if (!this.before.files.has(file)) this.#written.add(file);
  }

  /**
   * Lets files of the previous build stand as they are: all of them, or none.
   * @returns false when one of them is not there
   */
  keep(...files: string[]): boolean {
    if (!files.every((file) => this.before.has(file))) return false;
    for (const file of files) this.expect(file);
    return true;
  }

  /** Whether a file is one of this build so far. */
  has(file: string): boolean {
    return this.#now.has(file);
  }

  /** All files of this build, once it is finished, in the order of the list that it leaves. */
  list(): string[] {
    return this.#list;
  }

  /** All files of this build so far. */
  files(): string[] {
    return [...this.#now];
  }

  /** Whether a file of this build has other bytes than in the previous one. */
  isNew(file: string): boolean {
    return this.#written.has(file);
  }

  /** Where a file or folder of this build is to be written by other hands. */
  path(file: string): string {
    return join(this.#folder, file);
  }

  read(file: string): Buffer {
    return readFileSync(this.#place(file));
  }

  /** Bytes of a file; undefined when there is none. */
  size(file: string): number | undefined {
    return sizeOf(this.#place(file));
  }

  /** Removes what the previous build wrote and this one did not, or says that it is to be removed. Nothing may be written after. */
  finish(): Outcome {
    const removed = [...this.before.files].filter((file) => !this.#now.has(file));
    if (!this.#isApart) for (const file of removed) removeFile(this.#folder, file);
    const unchanged = this.#now.size - this.#written.size;
    const outcome = { written: [...this.#written], unchanged, removed };
    const isSameList = removed.length === 0 && this.#now.size === this.before.files.size;
    // Sorted, since compressed files come in the order in which they are done. The list of the build before is.
    this.#list = isSameList ? [...this.before.files] : [...this.#now].toSorted();
    this.write(MANIFEST, this.#list.map((file) => `${file}\n`).join(""));
    if (this.#isApart) replaceFile(this.#placer.target(REMOVED), Buffer.from(removed.map((file) => `${file}\n`).join("")));
    return outcome;
  }

  #place(file: string): string {
    return this.#written.has(file) ? this.path(file) : this.before.path(file);
  }
}
