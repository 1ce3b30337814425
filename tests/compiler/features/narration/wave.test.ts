import { describe, expect, it } from "vitest";
import { readWave, secondsOf, waveOf } from "#compiler/features/narration/wave.ts";

/** 16 bits, one channel, 8000 samples a second. */
const FORMAT = Buffer.from([1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x80, 0x3e, 0, 0, 2, 0, 16, 0]);
const SAMPLES = Buffer.alloc(8000, 7);

/** Where a file of this format says its own length, and that of its sound. */
const [OF_FILE, OF_SOUND] = [4, 40];

function wave(data: Uint8Array, lengths: { file?: number; sound?: number } = {}): Buffer {
  const bytes = Buffer.from(waveOf({ format: FORMAT, data }));
  if (lengths.file !== undefined) bytes.writeUInt32LE(lengths.file, OF_FILE);
  if (lengths.sound !== undefined) bytes.writeUInt32LE(lengths.sound, OF_SOUND);
  return bytes;
}

describe("a WAVE file", () => {
  it.each([
    ["that says how long it is", {}],
    ["of a pipe, with lengths of 0", { file: 0, sound: 0 }],
    ["of a pipe, with lengths that are too large", { file: 0xffffffff, sound: 0xffffffff }],
    ["of a pipe, with a length of the file alone that is too large", { file: 0x7ffff024, sound: 0 }],
  ])("%s is read with all of its sound", (_name, lengths) => {
    const sound = readWave(wave(SAMPLES, lengths));
    expect(sound && Buffer.from(sound.data).equals(SAMPLES)).toBe(true);
    expect(sound && secondsOf(sound)).toBe(0.5);
  });

  it("that was cut off within a sample ends with the last whole one", () => {
    expect(readWave(wave(SAMPLES).subarray(0, -3))?.data).toHaveLength(7996);
  });

  it("without a sample is no sound, and what stands behind its sound is none either", () => {
    expect(readWave(wave(Buffer.alloc(0)))).toBeUndefined();
    expect(readWave(wave(Buffer.alloc(0), { file: 0 }))).toBeUndefined();
    const list = Buffer.from("LIST\u0004\0\0\0INFO", "latin1");
    const empty = Buffer.concat([wave(Buffer.alloc(0)), list]);
    empty.writeUInt32LE(empty.length - 8, OF_FILE);
    expect(readWave(empty)).toBeUndefined();
  });
});
