import { closeSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import type { Block } from "#content/blocks/block.ts";
import { digest } from "./digest.ts";
import { BrokenStateError } from "./BrokenStateError.ts";

/** The offset and length of a body in the store, in bytes, and its digest. */
export type BodyRef = { at: number; length: number; digest: string };

/** The bytes gathered before they are written. */
const BUFFERED = 1 << 20;

/**
 * Keeps the bodies of an edition in a file instead of in memory, since they make
 * up most of an archive. Bodies are appended and never change.
 */
export class BodyStore {
  readonly #file: number;
  /** Bytes written by the previous build. */
  readonly #kept: number;
  #size: number;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  /** The body read or added last, since a story's body is asked for several times in a row. */
  #last: { ref: BodyRef; blocks: Block[] } | undefined;

  /** @param keep how many bytes of an existing file to keep; the rest is cut off */
  constructor(path: string, keep = 0) {
    // A new file, in case another build, whose place this one has taken, still writes to the old one.
    if (keep === 0) rmSync(path, { force: true });
    this.#file = openSync(path, keep === 0 ? "w+" : "r+");
    ftruncateSync(this.#file, keep);
    this.#kept = keep;
    this.#size = keep;
  }

  /** The size in bytes, including what is not yet written. */
  get size(): number {
    return this.#size + this.#waitingBytes;
  }

  add(blocks: Block[]): BodyRef {
    const ref = this.addJson(Buffer.from(JSON.stringify(blocks)));
    this.#last = { ref, blocks };
    return ref;
  }

  /** @param bytes the blocks as JSON, in UTF-8 */
  addJson(bytes: Uint8Array): BodyRef {
    const ref = { at: this.size, length: bytes.length, digest: digest(bytes) };
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes > BUFFERED) this.flush();
    return ref;
  }

  /** @throws BrokenStateError if a body from the previous build is damaged; bodies that this build wrote are not verified */
  read(ref: BodyRef): Block[] {
    if (this.#last?.ref === ref) return this.#last.blocks;
    if (ref.at + ref.length > this.#size) this.flush();
    const bytes = Buffer.allocUnsafe(ref.length);
    readSync(this.#file, bytes, 0, ref.length, ref.at);
    if (ref.at < this.#kept && digest(bytes) !== ref.digest) throw new BrokenStateError("A body of the previous build is damaged.");
    const blocks: Block[] = JSON.parse(bytes.toString());
    this.#last = { ref, blocks };
    return blocks;
  }

  flush(): void {
    for (let bytes = Buffer.concat(this.#waiting); bytes.length > 0;) {
      const written = writeSync(this.#file, bytes, 0, bytes.length, this.#size);
      this.#size += written;
      bytes = bytes.subarray(written);
    }
    this.#waiting = [];
    this.#waitingBytes = 0;
  }

  close(): void {
    closeSync(this.#file);
  }
}
