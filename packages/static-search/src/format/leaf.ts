import { ByteReader, ByteWriter } from "./bytes.ts";
import { readFollowing, writeFollowing } from "./keys.ts";

/** One entry of the index. */
export type Entry = { key: string; payload: Uint8Array };

/** Encodes entries in the order of their keys (UTF-16 code units, as `<` compares), front-coded. */
export function encodeLeaf(entries: readonly Entry[]): Uint8Array {
  const out = new ByteWriter();
  out.varint(entries.length);
  let last = "";
  for (const { key, payload } of entries) {
    writeFollowing(out, last, key);
    out.varint(payload.length);
    last = key;
  }
  for (const { payload } of entries) out.bytes(payload);
  return out.finish();
}

/** @throws BrokenShardError */
export function decodeLeaf(bytes: Uint8Array): Entry[] {
  const reader = new ByteReader(bytes);
  const heads: { key: string; length: number }[] = [];
  let key = "";
  for (let left = reader.varint(); left > 0; left -= 1) {
    key = readFollowing(reader, key);
    heads.push({ key, length: reader.varint() });
  }
  return heads.map((head) => ({ key: head.key, payload: reader.bytes(head.length) }));
}
