import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { DEFLATED, PLAIN } from "../format/files.ts";
import { NAME_BYTES } from "../format/shard.ts";

/** The size of a file of the index, and how many references it has: two words can have the same list. */
export type ShardUse = { bytes: number; uses: number };

/** The folder of the index. A shard's name is the hash of its content, so that an existing one need not be written. */
export class Shards {
  readonly #folder: string;
  readonly #before: string;
  readonly #uses: Map<string, ShardUse>;

  /**
   * @param uses the uses of the previous build, if this one changes only parts of it
   * @param before the folder of the previous build's shards, which are not written again
   */
  constructor(folder: string, uses: Iterable<[string, ShardUse]> = [], before = folder) {
    this.#folder = folder;
    this.#before = before;
    this.#uses = new Map([...uses].map(([name, use]) => [name, { ...use }]));
    mkdirSync(folder, { recursive: true });
  }

  /**
   * Writes bytes under a name derived from them.
   * @param dense whether they are already dense, so that deflating them would only take time
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

  /** Writes the only file whose content changes under its name. */
  writePlain(name: string, content: string): void {
    const bytes = Buffer.from(content);
    writeWhole(join(this.#folder, name), bytes);
    this.#uses.set(name, { bytes: bytes.length, uses: 1 });
  }

  /** Removes one reference to a file. */
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

  /** Deletes files of a previous index that this one does not have. */
  remove(names: Iterable<string>): void {
    for (const name of names) if (!this.#uses.has(name)) rmSync(join(this.#folder, name), { force: true });
  }

  /** Every file of the index. */
  get uses(): ReadonlyMap<string, ShardUse> {
    return this.#uses;
  }

  #put(name: string, sealed: Uint8Array): number {
    // An existing file of another length is truncated, or was compressed by another version of zlib.
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

/** Writes by a rename: an interrupted build must not leave half a file, nor change one that has other hard links. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}
