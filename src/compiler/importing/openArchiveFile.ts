import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { ArchiveFile } from "../sources/archive.ts";
import { decode } from "../sources/decode.ts";
import { clearMemory } from "./clearMemory.ts";
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
  };
}

/** Bytes after which memory is cleared: a heap that is left alone grows to several times what is in use before V8 looks at it. */
const CLEARED_AFTER = 8_388_608;

async function* inPieces(disk: string): AsyncGenerator<Uint8Array> {
  let since = 0;
  for await (const piece of createReadStream(disk, { highWaterMark: 262_144 })) {
    if (!(piece instanceof Uint8Array)) continue;
    yield piece;
    since += piece.length;
    if (since < CLEARED_AFTER) continue;
    since = 0;
    clearMemory();
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
