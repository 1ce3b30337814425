import { closeSync, createReadStream, existsSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { getHeapStatistics } from "node:v8";
import type { ArchiveFile } from "../sources/archive.ts";
import { decode } from "../sources/decode.ts";
import { unfinishedBytes } from "../xml/decodeUtf8.ts";

const HEAD = 65_536;

/** @param path as problems name it; `disk` is where it lies */
export function openArchiveFile(path: string, disk: string): ArchiveFile {
  return {
    path,
    size: statSync(disk).size,
    head: headOf(disk),
    bytes: () => inPieces(disk),
    text: async () => decode(await readFile(disk)).text,
    beside: (other) => textBeside(dirname(disk), other),
  };
}

/** In bytes; no text of an article is larger. */
const LARGEST = 20_000_000;

/** Nothing outside the folder: what an archive names is not trusted. */
async function textBeside(folder: string, path: string): Promise<string | undefined> {
  const root = realpathSync(folder);
  const disk = join(root, path);
  if (path.includes("\0") || !existsSync(disk) || !realpathSync(disk).startsWith(root + sep)) return undefined;
  const stats = statSync(disk);
  return stats.isFile() && stats.size <= LARGEST ? decode(await readFile(disk)).text : undefined;
}

/** Small, so that only a few items are in memory at once, and hardly any long enough to be taken for one that stays. */
const PIECE = 65_536;

async function* inPieces(disk: string): AsyncGenerator<Uint8Array> {
  const clear = clearedMemory();
  for await (const piece of createReadStream(disk, { highWaterMark: PIECE })) {
    if (!(piece instanceof Uint8Array)) continue;
    yield piece;
    await clear();
  }
}

/** Bytes. A heap that is left alone grows to several times what is in use before V8 looks at it. */
const GARBAGE = 40_000_000;

/** Asked again and again, gives memory that is not in use any more back whenever much has come together. */
function clearedMemory(): () => Promise<void> {
  let inUse = getHeapStatistics().used_heap_size;
  return async () => {
    if (getHeapStatistics().used_heap_size - inUse < GARBAGE) return;
    await collectGarbage();
    inUse = getHeapStatistics().used_heap_size;
  };
}

/** Node has no function for it, but its inspector has. Where a Node is built without one, or forbids it, V8 goes by itself. */
async function collectGarbage(): Promise<void> {
  try {
    const { Session } = await import("node:inspector");
    const session = new Session();
    session.connect();
    await new Promise<void>((done) => session.post("HeapProfiler.collectGarbage", () => done()));
    session.disconnect();
  } catch {
    // It takes more memory then.
  }
}

/** Cut between two characters, so that it does not look like another encoding. */
function headOf(disk: string): string {
  const bytes = new Uint8Array(HEAD);
  const file = openSync(disk, "r");
  try {
    const start = bytes.subarray(0, readSync(file, bytes, 0, HEAD, 0));
    return decode(start.subarray(0, start.length - unfinishedBytes(start))).text;
  } finally {
    closeSync(file);
  }
}
