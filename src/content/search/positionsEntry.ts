import { ByteReader } from "./byteReader.ts";
import { ByteWriter } from "./byteWriter.ts";
import { RiceReader, RiceWriter, riceParameter } from "./rice.ts";
import { readName, writeName } from "./shardName.ts";

/** One file of positions: those of the stories from `range` << shift on. */
export type PositionsPart = { range: number; name: string; bytes: number };

/** The payload of a word's positions: in the entry, or in files of 2^shift stories each. */
export type PositionsEntry = { shift: number; inline: Uint8Array; parts: PositionsPart[] };

/** Positions of a word in one story, ascending. */
export type Places = readonly number[];

export function encodePositionsEntry({ shift, inline, parts }: PositionsEntry): Uint8Array {
  const out = new ByteWriter();
  out.varint(parts.length);
  if (parts.length > 0) out.u8(shift);
  for (const part of parts) {
    out.varint(part.range);
    writeName(out, part.name);
    out.varint(part.bytes);
  }
  out.bytes(inline);
  return out.finish();
}

/** @throws BrokenShardError */
export function decodePositionsEntry(payload: Uint8Array): PositionsEntry {
  const reader = new ByteReader(payload);
  const parts: PositionsPart[] = [];
  const count = reader.varint();
  const shift = count > 0 ? reader.u8() : 0;
  while (parts.length < count) parts.push({ range: reader.varint(), name: readName(reader), bytes: reader.varint() });
  return { shift, inline: reader.rest(), parts };
}

/** Positions story by story, without the numbers of the stories: those stand in the word's list. */
export function encodePositions(stories: Iterable<Places>): Uint8Array {
  let places = 0;
  let sum = 0;
  for (const story of stories) {
    places += story.length;
    sum += (story.at(-1) ?? 0) + 1 - story.length;
  }
  const k = riceParameter(places === 0 ? 0 : sum / places);
  const out = new ByteWriter();
  out.u8(k);
  const rice = new RiceWriter(out);
  for (const story of stories) {
    rice.write(story.length - 1, 0);
    let next = 0;
    for (const place of story) {
      rice.write(place - next, k);
      next = place + 1;
    }
  }
  rice.end();
  return out.finish();
}

/**
 * @param stories how many stories there are
 * @returns their positions, in the order in which they were written
 * @throws BrokenShardError
 */
export function decodePositions(bytes: Uint8Array, stories: number): Places[] {
  const k = new ByteReader(bytes).u8();
  const rice = new RiceReader(bytes, 1);
  return Array.from({ length: stories }, () => {
    const places: number[] = [];
    let next = 0;
    for (let left = rice.read(0) + 1; left > 0; left -= 1) {
      next += rice.read(k);
      places.push(next);
      next += 1;
    }
    return places;
  });
}
