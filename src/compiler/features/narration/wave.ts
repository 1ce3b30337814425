/** The sound of a WAVE file: `format` is the content of its "fmt " chunk, which says how to read `data`. */
export type Sound = { format: Uint8Array; data: Uint8Array };

/**
 * Reads a WAVE file (RIFF, Microsoft 1991). A program that writes to a pipe cannot know the length of its sound in advance: it gives 0,
 * or a length that is too large. The sound then extends to the end.
 * @returns undefined if this is no WAVE file, or if it has not one complete sample
 */
export function readWave(bytes: Uint8Array): Sound | undefined {
  const view = viewOf(bytes);
  if (bytes.length < 12 || nameAt(bytes, 0) !== "RIFF" || nameAt(bytes, 8) !== "WAVE") return undefined;
  // A program that cannot go back to fill in the length of the sound cannot fill in that of the file either.
  const isOpen = view.getUint32(4, true) !== bytes.length - 8;
  let format: Uint8Array | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const [name, length] = [nameAt(bytes, at), view.getUint32(at + 4, true)];
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (name === "fmt " && content.length >= 16) format = content;
    if (name === "data") return format && soundOf(format, isOpen && length === 0 ? bytes.subarray(at + 8) : content);
    // Each chunk begins at an even offset.
    at += 8 + length + (length % 2);
  }
  return undefined;
}

function soundOf(format: Uint8Array, bytes: Uint8Array): Sound | undefined {
  const frame = frameOf(format);
  // A program that was interrupted may have left part of a sample.
  const data = frame > 0 ? bytes.subarray(0, bytes.length - (bytes.length % frame)) : new Uint8Array();
  return data.length > 0 ? { format, data } : undefined;
}

/** How long a sound is, in seconds. */
export const secondsOf = ({ format, data }: Sound): number => data.length / (rateOf(format) * frameOf(format));

/** Silence of the given length, in the format of another sound. */
export function silence({ format }: Sound, seconds: number): Sound {
  const bytes = Math.round(seconds * rateOf(format)) * frameOf(format);
  // Eight-bit samples are unsigned, so silence is the middle of their range.
  return { format, data: new Uint8Array(bytes).fill(viewOf(format).getUint16(14, true) === 8 ? 128 : 0) };
}

/** Joins sounds of the same format. */
export function joined(sounds: Sound[]): Sound {
  const [first] = sounds;
  return { format: first?.format ?? new Uint8Array(16), data: Buffer.concat(sounds.map(({ data }) => data)) };
}

/** Whether two sounds have the same format, so that they can be joined. */
export const hasSameFormat = (one: Sound, other: Sound): boolean => Buffer.compare(one.format, other.format) === 0;

/** A sound as the bytes of a WAVE file. */
export function waveOf({ format, data }: Sound): Uint8Array {
  const chunk = (name: string, content: Uint8Array): Uint8Array[] => {
    const head = Buffer.alloc(8);
    head.write(name, "latin1");
    head.writeUInt32LE(content.length, 4);
    return [head, content, Buffer.alloc(content.length % 2)];
  };
  const chunks = Buffer.concat([Buffer.from("WAVE", "latin1"), ...chunk("fmt ", format), ...chunk("data", data)]);
  return Buffer.concat(chunk("RIFF", chunks));
}

const rateOf = (format: Uint8Array): number => viewOf(format).getUint32(4, true);
const frameOf = (format: Uint8Array): number => viewOf(format).getUint16(12, true);
const nameAt = (bytes: Uint8Array, at: number): string => Buffer.from(bytes.subarray(at, at + 4)).toString("latin1");
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
