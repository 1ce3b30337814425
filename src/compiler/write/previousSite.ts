import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FolderMemory } from "../state/FolderMemory.ts";
import { readFileList, sizeOf } from "./files.ts";

/** The list of what a build wrote, for the next build to clean up after it. */
export const MANIFEST = ".broadsheet-files";

/** A site as the build before left it, for the next build to compare with. */
export class PreviousSite {
  readonly #folder: string;
  readonly #isKept: boolean;
  /** What that build wrote, relative to the site, with "/"; of a site that stays as it is, what of it is still there. */
  readonly files: ReadonlySet<string>;
  /** Whether all that it wrote is known to be there. */
  readonly isWhole: boolean;

  /**
   * @param isKept whether the site stays as it is while the next build is made elsewhere. What it lacks is known then, and need not be asked file by file
   * @param folders of that site in the build before: without it, all of them are listed
   */
  constructor(folder: string, isKept: boolean, folders = new FolderMemory()) {
    this.#folder = folder;
    this.#isKept = isKept;
    const listed = readFileList(join(folder, MANIFEST));
    const missing = isKept ? folders.missing(folder, listed) : new Set();
    this.files = new Set(missing.size === 0 ? listed : listed.filter((file) => !missing.has(file)));
    this.isWhole = isKept && listed.length > 0 && missing.size === 0;
  }

  /** Whether a file that the build before wrote is still there. */
  has(file: string): boolean {
    return this.files.has(file) && (this.#isKept || sizeOf(this.path(file)) !== undefined);
  }

  path(file: string): string {
    return join(this.#folder, file);
  }

  /** Undefined where there is no such file. */
  read(file: string): string | undefined {
    return sizeOf(this.path(file)) === undefined ? undefined : readFileSync(this.path(file), "utf8");
  }
}
