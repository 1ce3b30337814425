import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FetchShard } from "../../src/reader/search/engine/openShard.ts";

/** Gets shards from a folder as a browser gets them from a host, and counts what moves. */
export function folderShards(folder: string): { fetchShard: FetchShard; moved: { bytes: number; requests: number } } {
  const moved = { bytes: 0, requests: 0 };
  const fetchShard: FetchShard = async (name) => {
    const file = await readFile(join(folder, name));
    moved.bytes += file.length;
    moved.requests += 1;
    return new Uint8Array(file).buffer;
  };
  return { fetchShard, moved };
}
