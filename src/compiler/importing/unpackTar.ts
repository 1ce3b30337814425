import { closeSync, createReadStream, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { Allowance, type UnpackLimits, UNPACK_LIMITS, whyNotUnpacked } from "./Allowance.ts";

/**
 * Unpacks a tar file that is compressed with gzip into an empty folder. Nothing is written outside the folder, and only files are: links
 * are left out.
 * @returns undefined; or why it is refused, completing a sentence whose subject is the file
 */
export async function unpackTar(path: string, folder: string, limits: UnpackLimits = UNPACK_LIMITS): Promise<string | undefined> {
  const allowance = new Allowance(limits);
  const tar = extract();
  const fed = pipeline(createReadStream(path), createGunzip(), tar);
  try {
    await Promise.all([fed, writeFiles(tar, folder, allowance)]);
    return undefined;
  } catch (error) {
    tar.destroy();
    await fed.catch(() => {});
    return whyNotUnpacked(error);
  }
}

async function writeFiles(tar: ReturnType<typeof extract>, folder: string, allowance: Allowance): Promise<void> {
  for await (const entry of tar) {
    const name = allowance.file(entry.header.name);
    // Also what is left out has to be unpacked to find what follows it.
    allowance.bytes(entry.header.size ?? 0);
    if (name === undefined || entry.header.type !== "file") {
      entry.resume();
      continue;
    }
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    const disk = openSync(join(folder, name), "w");
    try {
      for await (const piece of entry) {
        if (piece instanceof Uint8Array) writeSync(disk, piece);
      }
    } finally {
      closeSync(disk);
    }
  }
}
