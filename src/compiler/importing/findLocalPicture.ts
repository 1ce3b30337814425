import { realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/**
 * A picture of an archive on this machine: below one of the folders, by as much
 * of the end of its path as there is. "…/wp-content/uploads/2014/03/x.jpg" is
 * found as uploads/2014/03/x.jpg, as 2014/03/x.jpg and as 03/x.jpg; by its bare
 * name only where it has no other, since names repeat from month to month.
 */
export function findLocalPicture(path: string, folders: string[]): string | undefined {
  const parts = path.split("/").filter((part) => part !== "" && part !== "." && part !== "..");
  const shortest = Math.min(2, parts.length);
  for (const folder of folders) {
    for (let from = 0; from <= parts.length - shortest; from += 1) {
      const file = join(folder, ...parts.slice(from));
      if (isFileInside(file, folder)) return file;
    }
  }
  return undefined;
}

/** Nothing outside the folder, whatever a link on the disk says. */
function isFileInside(file: string, folder: string): boolean {
  if (file.includes("\0")) return false;
  try {
    // Most are not there, and an error for each costs more than the look.
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return false;
    const way = relative(realpathSync(folder), realpathSync(file));
    return way !== ".." && !way.startsWith(`..${sep}`);
  } catch {
    return false;
  }
}
