import { closeSync, createReadStream, mkdirSync, openSync, readSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { Unzip, type UnzipFile, UnzipInflate } from "fflate";
import { errorMessage } from "../text/errorMessage.ts";

/** How much a zip file may contain, unpacked. */
export type ZipLimits = { bytes: number; files: number };

export const ZIP_LIMITS: ZipLimits = { bytes: 4_000_000_000, files: 200_000 };

/** Whether a file has the signature of a zip file (APPNOTE 4.3.7). */
export function isZip(path: string): boolean {
  const start = Buffer.alloc(4);
  const file = openSync(path, "r");
  readSync(file, start, 0, 4, 0);
  closeSync(file);
  return start.toString("latin1") === "PK\u0003\u0004";
}

/**
 * Unpacks a zip file into an empty folder. Nothing is written outside the folder,
 * and symbolic links become files that contain their target.
 * @returns undefined; or why it is refused, completing a sentence whose subject is the file
 */
export async function unpackZip(path: string, folder: string, limits: ZipLimits = ZIP_LIMITS): Promise<string | undefined> {
  const left = { ...limits };
  const open = new Set<number>();
  const unzip = new Unzip((file) => unpackFile(file, folder, left, open));
  unzip.register(UnzipInflate);
  try {
    for await (const piece of createReadStream(path, { highWaterMark: PIECE })) if (piece instanceof Uint8Array) unzip.push(piece);
    unzip.push(new Uint8Array(0), true);
    return undefined;
  } catch (error) {
    return error instanceof ZipRefused ? error.message : `cannot be unpacked (${errorMessage(error)})`;
  } finally {
    for (const file of open) closeSync(file);
  }
}

class ZipRefused extends Error {}

/** Small enough that the unpacked content of one chunk fits into memory: it can be a thousand times larger. */
const PIECE = 16_384;

function unpackFile(file: UnzipFile, folder: string, left: ZipLimits, open: Set<number>): void {
  const name = file.name.replaceAll("\\", "/");
  if (/^(?:\/|[a-z]:)|(?:^|\/)\.\.(?:\/|$)|\0/iu.test(name)) throw new ZipRefused(`contains a path that leads out of it (${name})`);
  left.files -= 1;
  if (left.files < 0) throw new ZipRefused("contains too many files");
  // Skip folders, and the files that the macOS Finder adds.
  const isWanted = !name.endsWith("/") && !/(?:^|\/)(?:__MACOSX\/|\.)/u.test(name);
  if (isWanted) mkdirSync(dirname(join(folder, name)), { recursive: true });
  const disk = isWanted ? openSync(join(folder, name), "w") : undefined;
  if (disk !== undefined) open.add(disk);
  file.ondata = (error, bytes, isLast) => {
    if (error) throw error;
    left.bytes -= bytes.length;
    if (left.bytes < 0) throw new ZipRefused("becomes too large when unpacked");
    if (disk === undefined) return;
    writeSync(disk, bytes);
    if (!isLast) return;
    closeSync(disk);
    open.delete(disk);
  };
  file.start();
}
