import { BrokenShardError } from "./files.ts";

const decoder = new TextDecoder();

/** Reads what ByteWriter wrote. Throws BrokenShardError if the bytes end too early. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  get done(): boolean {
    return this.at >= this.#bytes.length;
  }

  u8(): number {
    const value = this.#bytes[this.at];
    if (value === undefined) throw new BrokenShardError("it ends too early");
    this.at += 1;
    return value;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.u8();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new BrokenShardError("a number has no end");
  }

  /** A view of the next bytes, not a copy. */
  bytes(length: number): Uint8Array {
    const end = this.at + length;
    if (end > this.#bytes.length) throw new BrokenShardError("it ends too early");
    const view = this.#bytes.subarray(this.at, end);
    this.at = end;
    return view;
  }

  text(): string {
    return decoder.decode(this.bytes(this.varint()));
  }

  rest(): Uint8Array {
    return this.bytes(this.#bytes.length - this.at);
  }
}

const encoder = new TextEncoder();

/** The largest length, and the largest character code, that fits into one byte. */
const SHORT = 0x7f;

/** A growing buffer to which bytes are appended. */
export class ByteWriter {
  #bytes = new Uint8Array(32);
  length = 0;

  u8(value: number): void {
    this.#reserve(1);
    this.#bytes[this.length] = value;
    this.length += 1;
  }

  /** Writes a whole number from 0 to 2^32-1, seven bits per byte, low bits first (LEB128). */
  varint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.u8((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.u8(rest);
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Writes the length of a text in bytes, then the text in UTF-8. */
  text(text: string): void {
    if (this.#ascii(text)) return;
    const bytes = encoder.encode(text);
    this.varint(bytes.length);
    this.bytes(bytes);
  }

  /** A fast path for ASCII, which most words are: calling an encoder takes longer than encoding. */
  #ascii(text: string): boolean {
    const { length } = text;
    if (length > SHORT) return false;
    this.#reserve(length + 1);
    for (let i = 0; i < length; i += 1) {
      const code = text.charCodeAt(i);
      if (code > SHORT) return false;
      this.#bytes[this.length + 1 + i] = code;
    }
    this.#bytes[this.length] = length;
    this.length += length + 1;
    return true;
  }

  /** A copy of what was written. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }

  /** A view of what was written, valid until the next write. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}
