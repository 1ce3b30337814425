import { closeSync, createReadStream, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { Unzip, type UnzipFile, UnzipInflate } from "fflate";
import { Allowance, type UnpackLimits, UNPACK_LIMITS, whyNotUnpacked } from "./Allowance.ts";

/**
 * Unpacks a zip file into an empty folder. Nothing is written outside the folder,
 * and symbolic links become files that contain their target.
 * @returns undefined; or why it is refused, completing a sentence whose subject is the file
 */
export async function unpackZip(path: string, folder: string, limits: UnpackLimits = UNPACK_LIMITS): Promise<string | undefined> {
  const allowance = new Allowance(limits);
  const open = new Set<number>();
  const unzip = new Unzip((file) => unpackFile(file, folder, allowance, open));
  unzip.register(UnzipInflate);
  try {
    for await (const piece of createReadStream(path, { highWaterMark: PIECE })) if (piece instanceof Uint8Array) unzip.push(piece);
    unzip.push(new Uint8Array(0), true);
    return undefined;
  } catch (error) {
    return whyNotUnpacked(error);
  } finally {
    for (const file of open) closeSync(file);
  }
}

/** Small enough that the unpacked content of one chunk fits into memory: it can be a thousand times larger. */
const PIECE = 16_384;

function unpackFile(file: UnzipFile, folder: string, allowance: Allowance, open: Set<number>): void {
  const name = allowance.file(file.name);
  if (name !== undefined) mkdirSync(dirname(join(folder, name)), { recursive: true });
  const disk = name === undefined ? undefined : openSync(join(folder, name), "w");
  if (disk !== undefined) open.add(disk);
  file.ondata = (error, bytes, isLast) => {
    if (error) throw error;
    allowance.bytes(bytes.length);
    if (disk === undefined) return;
    writeSync(disk, bytes);
    if (!isLast) return;
    closeSync(disk);
    open.delete(disk);
  };
  file.start();
}
