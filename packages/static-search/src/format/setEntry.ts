import { ByteReader, ByteWriter } from "./bytes.ts";
import { readName, writeName } from "./shard.ts";

/** A long list is moved out of its entry into files that each cover this many documents. */
export const RANGE = 131_072;

/** The lowest level in a "strong" file, which has the documents that can be among the best. */
export const STRONG_FROM = 6;

/** One file of a long list: `range` times RANGE is its first document. */
export type SetPart = { range: number; strong: boolean; name: string; bytes: number; count: number };

/**
 * The payload of a word or value: how many documents have it, and which.
 * `label` is its spelling if that differs from the key ("Brücke", "Coral bleaching"), else "".
 * A short list is `inline`, from document 0; a long one is in `parts`.
 */
export type SetEntry = { count: number; label: string; inline: Uint8Array; parts: SetPart[] };

export function encodeSetEntry({ count, label, inline, parts }: SetEntry): Uint8Array {
  const out = new ByteWriter();
  out.varint(count);
  out.text(label);
  out.varint(parts.length);
  for (const part of parts) {
    out.varint(part.range * 2 + (part.strong ? 1 : 0));
    writeName(out, part.name);
    out.varint(part.bytes);
    out.varint(part.count);
  }
  out.bytes(inline);
  return out.finish();
}

/** @throws BrokenShardError */
export function decodeSetEntry(payload: Uint8Array): SetEntry {
  const reader = new ByteReader(payload);
  const count = reader.varint();
  const label = reader.text();
  const parts: SetPart[] = [];
  for (let left = reader.varint(); left > 0; left -= 1) {
    const range = reader.varint();
    const name = readName(reader);
    const bytes = reader.varint();
    parts.push({ range: range >>> 1, strong: (range & 1) === 1, name, bytes, count: reader.varint() });
  }
  return { count, label, inline: reader.rest(), parts };
}
