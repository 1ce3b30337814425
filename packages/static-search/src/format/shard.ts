import type { ByteReader, ByteWriter } from "./bytes.ts";

/** How many bytes of a content hash name a shard: with a million shards, two collide in one of 500 indexes. */
export const NAME_BYTES = 6;

/** "0a1b2c3d4e5f.bin" is written as its six bytes. */
export function writeName(out: ByteWriter, name: string): void {
  for (let i = 0; i < NAME_BYTES; i += 1) out.u8(Number.parseInt(name.slice(i * 2, i * 2 + 2), 16));
}

export function readName(reader: ByteReader): string {
  return `${hex(reader.bytes(NAME_BYTES))}.bin`;
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
