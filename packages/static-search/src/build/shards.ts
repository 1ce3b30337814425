import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { DEFLATED, PLAIN } from "../format/files.ts";
import { NAME_BYTES } from "../format/shard.ts";

/** Bytes of a file of the index, and how many places name it: two words can have the same list. */
export type ShardUse = { bytes: number; uses: number };

/** The folder of the index. A shard's name is the hash of what it holds, so that one that is there need not be written. */
export class Shards {
  readonly #folder: string;
  readonly #before: string;
  readonly #uses: Map<string, ShardUse>;

  /**
   * @param uses of the build before, when this one changes only parts of it
   * @param before where the build before has its shards: what is there is not written again
   */
  constructor(folder: string, uses: Iterable<[string, ShardUse]> = [], before = folder) {
    this.#folder = folder;
    this.#before = before;
    this.#uses = new Map([...uses].map(([name, use]) => [name, { ...use }]));
    mkdirSync(folder, { recursive: true });
  }

  /**
   * Writes bytes under the name that they give themselves.
   * @param dense they are packed as tightly as can be: deflating them would only take time
   */
  write(content: Uint8Array, dense = false): string {
    const name = `${digest(content, NAME_BYTES)}.bin`;
    this.writeAs(name, content, dense);
    return name;
  }

  /** @param name must change with the content */
  writeAs(name: string, content: Uint8Array, dense = false): void {
    const use = this.#uses.get(name);
    if (use) use.uses += 1;
    else this.#uses.set(name, { bytes: this.#put(name, seal(content, dense)), uses: 1 });
  }

  /** The one file whose content changes under its name. */
  writePlain(name: string, content: string): void {
    const bytes = Buffer.from(content);
    writeWhole(join(this.#folder, name), bytes);
    this.#uses.set(name, { bytes: bytes.length, uses: 1 });
  }

  /** Says that one place less names a file. */
  release(name: string): void {
    const use = this.#uses.get(name);
    if (!use) return;
    use.uses -= 1;
    if (use.uses === 0) this.#uses.delete(name);
  }

  read(name: string): Uint8Array {
    const own = join(this.#folder, name);
    const sealed = readFileSync(existsSync(own) ? own : join(this.#before, name));
    const content = sealed.subarray(1);
    return sealed[0] === DEFLATED ? inflateRawSync(content) : content;
  }

  /** Removes files of an index before that this one does not have. */
  remove(names: Iterable<string>): void {
    for (const name of names) if (!this.#uses.has(name)) rmSync(join(this.#folder, name), { force: true });
  }

  /** Every file of the index. */
  get uses(): ReadonlyMap<string, ShardUse> {
    return this.#uses;
  }

  #put(name: string, sealed: Uint8Array): number {
    // One of another length was cut off, or packed by another version of zlib.
    const there = statSync(join(this.#before, name), { throwIfNoEntry: false });
    if (there?.size !== sealed.length) writeWhole(join(this.#folder, name), sealed);
    return sealed.length;
  }
}

/** The first bytes of the SHA-256 of content, in hex. */
export function digest(content: Uint8Array | string, bytes: number): string {
  return createHash("sha256")
    .update(content)
    .digest("hex")
    .slice(0, bytes * 2);
}

function seal(content: Uint8Array, dense: boolean): Uint8Array {
  const deflated = dense ? content : deflateRawSync(content);
  const smaller = deflated.length < content.length;
  const body = smaller ? deflated : content;
  const sealed = new Uint8Array(body.length + 1);
  sealed[0] = smaller ? DEFLATED : PLAIN;
  sealed.set(body, 1);
  return sealed;
}

/** A build that is stopped must not leave half a file, nor change one that is linked from elsewhere. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}
