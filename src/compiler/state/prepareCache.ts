import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A folder inside the content folder. It may be deleted at any time. */
export const CACHE = ".broadsheet";

/**
 * Creates the folder of a cache, with a .gitignore that keeps it out of Git wherever it is.
 * @returns false if it cannot be written to, as on a read-only disk
 */
export function prepareCache(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    if (!existsSync(join(folder, ".gitignore"))) writeFileSync(join(folder, ".gitignore"), "*\n");
    return true;
  } catch {
    return false;
  }
}
