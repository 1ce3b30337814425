import { statSync } from "node:fs";

/** In milliseconds. After a change this recent, another may leave the same modification time. */
const UNSETTLED = 2000;

/**
 * The size, times and inode of a file or a folder: if they are the same as before, so
 * are its bytes, or the names in it. Empty while its times cannot be trusted.
 */
export function stampOf(path: string): string {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  return Date.now() - Math.max(mtimeMs, ctimeMs) < UNSETTLED ? "" : `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}
