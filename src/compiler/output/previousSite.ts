import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FolderMemory } from "../state/FolderMemory.ts";
import { readFileList, sizeOf } from "./diskFiles.ts";

/** The list of the files of a build, by which the next build knows what to remove. */
export const MANIFEST = ".broadsheet-files";

/** A site as the previous build left it, for this build to compare with. */
export class PreviousSite {
  readonly #folder: string;
  readonly #isKept: boolean;
  /** The files of that build, relative to the site, with "/"; if the site stays as it is, only those that still exist. */
  readonly files: ReadonlySet<string>;
  /** Whether all of them are known to exist. */
  readonly isWhole: boolean;

  /**
   * @param isKept whether the site stays as it is while this build is made elsewhere; missing files are then found at once, not one by one
   * @param folders the memory of that site's folders; without it, all of them are listed
   */
  constructor(folder: string, isKept: boolean, folders = new FolderMemory()) {
    this.#folder = folder;
    this.#isKept = isKept;
    const listed = readFileList(join(folder, MANIFEST));
    const missing = isKept ? folders.missing(folder, listed) : new Set();
    this.files = new Set(missing.size === 0 ? listed : listed.filter((file) => !missing.has(file)));
    this.isWhole = isKept && listed.length > 0 && missing.size === 0;
  }

  /** Whether a file of the previous build still exists. */
  has(file: string): boolean {
    return this.files.has(file) && (this.#isKept || sizeOf(this.path(file)) !== undefined);
  }

  path(file: string): string {
    return join(this.#folder, file);
  }

  /** The text of a file; undefined if there is none. */
  read(file: string): string | undefined {
    return sizeOf(this.path(file)) === undefined ? undefined : readFileSync(this.path(file), "utf8");
  }
}
