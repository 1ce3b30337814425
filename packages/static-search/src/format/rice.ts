import { BrokenShardError } from "./files.ts";
import type { ByteWriter } from "./bytes.ts";

/**
 * Writes Rice codes: the low `k` bits of a number as they are, the rest in unary. For
 * gaps between the documents of a common word, this takes half the space of whole bytes.
 */
export class RiceWriter {
  readonly #out: ByteWriter;
  #pending = 0;
  #bits = 0;

  constructor(out: ByteWriter) {
    this.#out = out;
  }

  write(value: number, k: number): void {
    for (let quotient = Math.floor(value / 2 ** k); quotient > 0; quotient -= 1) this.#bit(1);
    this.#bit(0);
    for (let bit = k - 1; bit >= 0; bit -= 1) this.#bit((value >>> bit) & 1);
  }

  /** Fills the last byte with zeros. */
  end(): void {
    while (this.#bits > 0) this.#bit(0);
  }

  #bit(bit: number): void {
    this.#pending = (this.#pending << 1) | bit;
    this.#bits += 1;
    if (this.#bits < 8) return;
    this.#out.u8(this.#pending);
    this.#pending = 0;
    this.#bits = 0;
  }
}

/** Reads what RiceWriter wrote. `at` is the offset after the current byte, where reading can continue. */
export class RiceReader {
  readonly #bytes: Uint8Array;
  #current = 0;
  #left = 0;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  read(k: number): number {
    let value = 0;
    while (this.#bit() === 1) value += 1;
    for (let bit = 0; bit < k; bit += 1) value = value * 2 + this.#bit();
    return value;
  }

  #bit(): number {
    if (this.#left === 0) {
      const byte = this.#bytes[this.at];
      if (byte === undefined) throw new BrokenShardError("it ends too early");
      this.#current = byte;
      this.#left = 8;
      this.at += 1;
    }
    this.#left -= 1;
    return (this.#current >>> this.#left) & 1;
  }
}

/** The k that encodes numbers with this mean in the least space: their mean times ln 2 is near 2^k. */
export function riceParameter(mean: number): number {
  return Math.max(0, Math.min(30, Math.round(Math.log2(Math.max(mean, 0.5) * Math.LN2))));
}
