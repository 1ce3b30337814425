import { statSync } from "node:fs";

/** What changed so short a time ago, in milliseconds, may change again without its time telling. */
const UNSETTLED = 2000;

/**
 * What the disk says of a file or a folder: when all of it is as before, its bytes
 * are, or the names in it. Empty while its times cannot be trusted.
 */
export function stampOf(path: string): string {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  return Date.now() - Math.max(mtimeMs, ctimeMs) < UNSETTLED ? "" : `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}
