import { readFileSync, renameSync, rmdirSync, rmSync, statSync, type Stats, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The size of a file in bytes. Undefined if there is none: nothing, a folder, or a file in place of a parent folder. */
export function sizeOf(path: string): number | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() ? found.size : undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return undefined;
    throw error;
  }
}

/**
 * Whether a file has the same bytes as another, without being a hard link to it.
 * @param isNamedByContent whether the name changes with the bytes, which then need not be read
 */
export function isCopy(path: string, there: Stats, from: string, isNamedByContent: boolean): boolean {
  const source = statSync(from);
  if (source.size !== there.size || (source.ino === there.ino && source.dev === there.dev)) return false;
  return isNamedByContent || readFileSync(from).equals(readFileSync(path));
}

/** Replaces a file atomically: a concurrent reader gets either the old bytes or the new ones. */
export function replaceFile(path: string, bytes: Buffer): void {
  try {
    writeFileSync(path, bytes, { flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    writeFileSync(`${path}.new`, bytes);
    renameSync(`${path}.new`, path);
  }
}

/** Reads a list of files, one per line. Paths that lead out of the folder are dropped, in case the list was tampered with. */
export function readFileList(path: string): string[] {
  if (sizeOf(path) === undefined) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((file) => file !== "" && !file.split(/[/\\]/u).includes(".."));
}

/** Removes a file, which may be gone already, and any parent folders that this leaves empty. */
export function removeFile(root: string, file: string): void {
  try {
    rmSync(join(root, file), { force: true });
    for (let folder = dirname(file); folder !== "."; folder = dirname(folder)) rmdirSync(join(root, folder));
  } catch (error) {
    // The folder is not empty, or nothing is there, or there is now a file or folder of the same name.
    if (!(error instanceof Error && "code" in error && /^(?:ENOTEMPTY|EEXIST|ENOENT|ENOTDIR|ERR_FS_EISDIR)$/u.test(String(error.code))))
      throw error;
  }
}
