import { closeSync, createReadStream, existsSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { getHeapStatistics } from "node:v8";
import type { ArchiveFile } from "../formats/archiveFormat.ts";
import { decode } from "../text/decode.ts";
import { unfinishedBytes } from "../xml/decodeUtf8.ts";

const HEAD = 65_536;

/** Opens a file of an archive. @param path its name in problems @param disk its path on this machine */
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

/** The maximum size of a text file beside an archive, in bytes: those of Strapi's exports can be the largest. */
const LARGEST = 256_000_000;

/** Reads a text file in the folder, and none outside it: paths in an archive are not trusted. */
async function textBeside(folder: string, path: string): Promise<string | undefined> {
  const root = realpathSync(folder);
  const disk = join(root, path);
  if (path.includes("\0") || !existsSync(disk) || !realpathSync(disk).startsWith(root + sep)) return undefined;
  const stats = statSync(disk);
  return stats.isFile() && stats.size <= LARGEST ? decode(await readFile(disk)).text : undefined;
}

/** Small, so that only a few items are in memory at once, and V8 seldom moves one to the old generation. */
const PIECE = 65_536;

async function* inPieces(disk: string): AsyncGenerator<Uint8Array> {
  const clear = clearedMemory();
  for await (const piece of createReadStream(disk, { highWaterMark: PIECE })) {
    if (!(piece instanceof Uint8Array)) continue;
    yield piece;
    await clear();
  }
}

/** In bytes. Left alone, V8 lets the heap grow to several times the memory in use before it collects garbage. */
const GARBAGE = 40_000_000;

/** Returns a function to call repeatedly, which collects garbage whenever enough has accumulated. */
function clearedMemory(): () => Promise<void> {
  let inUse = getHeapStatistics().used_heap_size;
  return async () => {
    if (getHeapStatistics().used_heap_size - inUse < GARBAGE) return;
    await collectGarbage();
    inUse = getHeapStatistics().used_heap_size;
  };
}

/** Node has no function for this, but its inspector has. Without an inspector, collection is left to V8. */
async function collectGarbage(): Promise<void> {
  try {
    const { Session } = await import("node:inspector");
    const session = new Session();
    session.connect();
    await new Promise<void>((done) => session.post("HeapProfiler.collectGarbage", () => done()));
    session.disconnect();
  } catch {
    // The import only uses more memory then.
  }
}

/** The start of a file, cut between two characters so that it does not look like another encoding. */
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
