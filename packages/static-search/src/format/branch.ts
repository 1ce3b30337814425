import { ByteReader, ByteWriter } from "./bytes.ts";
import { readFollowing, writeFollowing } from "./keys.ts";
import { readName, writeName } from "./shard.ts";

/** Where the entries from a key on are: the name of a leaf, or in the manifest that of a page of leaves. */
export type Branch = { first: string; name: string };

/** A page of the index: its leaves in order. */
export function encodePage(branches: readonly Branch[]): Uint8Array {
  const out = new ByteWriter();
  out.varint(branches.length);
  let last = "";
  for (const { first, name } of branches) {
    writeFollowing(out, last, first);
    writeName(out, name);
    last = first;
  }
  return out.finish();
}

/** @throws BrokenShardError */
export function decodePage(bytes: Uint8Array): Branch[] {
  const reader = new ByteReader(bytes);
  const branches: Branch[] = [];
  let first = "";
  for (let left = reader.varint(); left > 0; left -= 1) {
    first = readFollowing(reader, first);
    branches.push({ first, name: readName(reader) });
  }
  return branches;
}

/** The index of the branch that contains a key: the last one that begins at or before it; 0 for a key before all. */
export function branchOf(branches: readonly Branch[], key: string): number {
  let low = 0;
  let high = branches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((branches[middle]?.first ?? "") <= key) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
