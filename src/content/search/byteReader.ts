const decoder = new TextDecoder();

/** Bytes of a shard ended before they should: the file was cut off, or is another file. */
export class BrokenShardError extends Error {
  constructor(reason: string, cause?: unknown) {
    super(`A part of the search index cannot be read: ${reason}.`, { cause });
    this.name = "BrokenShardError";
  }
}

/** Reads what ByteWriter wrote. Throws BrokenShardError when the bytes end too early. */
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
