import { readFile } from "node:fs/promises";
import type { Stats } from "node:fs";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";

/** In the order of preference, if a client accepts both alike. */
export const ENCODINGS = ["br", "gzip"] as const;

export type Encoding = (typeof ENCODINGS)[number];

type Wanted = { path: string; encoding: Encoding };

/** How many bytes of compressed files are held in memory: all of a small paper, and what is read of a large one. */
const MOST_BYTES = 32 * 2 ** 20;

/** Files beyond this are sent as they are, so that no request takes much memory. */
export const LARGEST = 8 * 2 ** 20;

const cache = new LRUCache<string, Buffer, Wanted>({
  maxSize: MOST_BYTES,
  sizeCalculation: ({ length }) => Math.max(length, 1),
  fetchMethod: (_key, _stale, { context }) => compress(context),
});

/**
 * A file in an encoding: compressed by the first request for this version of it,
 * and held until others need the room.
 * @throws if it cannot be read
 */
export async function compressedFile(path: string, { mtimeMs, size, ino }: Stats, encoding: Encoding): Promise<Buffer> {
  const wanted = { path, encoding };
  return (await cache.fetch([encoding, mtimeMs, size, ino, path].join(" "), { context: wanted })) ?? compress(wanted);
}

const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];

async function compress({ path, encoding }: Wanted): Promise<Buffer> {
  const bytes = await readFile(path);
  if (encoding === "gzip") return toGzip(bytes);
  // The app's files stay for a year, and each is compressed once. Beyond 9 it would keep their first reader waiting.
  const quality = path.includes("/assets/") ? 9 : 5;
  return toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
}
