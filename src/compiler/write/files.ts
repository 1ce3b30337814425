import { readFileSync, renameSync, rmdirSync, rmSync, statSync, type Stats, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Undefined where no file is: nothing, a folder, or a file on the way. */
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
 * Whether a file holds the same bytes as another, without being a hard link to it.
 * @param isNamedByContent then its bytes need not be read
 */
export function isCopy(path: string, there: Stats, from: string, isNamedByContent: boolean): boolean {
  const source = statSync(from);
  if (source.size !== there.size || (source.ino === there.ino && source.dev === there.dev)) return false;
  return isNamedByContent || readFileSync(from).equals(readFileSync(path));
}

/** At once, never half: whoever reads the file meanwhile has the old bytes or the new ones. */
export function replaceFile(path: string, bytes: Buffer): void {
  try {
    writeFileSync(path, bytes, { flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    writeFileSync(`${path}.new`, bytes);
    renameSync(`${path}.new`, path);
  }
}

/** A list of files, a line each. One that was tampered with must not lead out of the folder. */
export function readFileList(path: string): string[] {
  if (sizeOf(path) === undefined) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((file) => file !== "" && !file.split(/[/\\]/u).includes(".."));
}

/** Removes a file that may be gone already, and the folders that are empty then. */
export function removeFile(root: string, file: string): void {
  try {
    rmSync(join(root, file), { force: true });
    for (let folder = dirname(file); folder !== "."; folder = dirname(folder)) rmdirSync(join(root, folder));
  } catch (error) {
    // Not empty, not there, or a file or folder of the same name now.
    if (!(error instanceof Error && "code" in error && /^(?:ENOTEMPTY|EEXIST|ENOENT|ENOTDIR|ERR_FS_EISDIR)$/u.test(String(error.code))))
      throw error;
  }
}
