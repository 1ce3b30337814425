import { createHash } from "node:crypto";
import {
  appendFileSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** The folder in which an import keeps its state between runs; no build reads it. */
const OWN = ".import";
const STATE = `${OWN}/state.json`;
const DONE = `${OWN}/done`;

/** Writes the files of an import into a content folder: each atomically, and only if its bytes have changed. */
export class ContentWriter {
  readonly #folder: string;
  readonly #dry: boolean;
  /** The files that an interrupted import had written, with the hashes of their contents. */
  readonly #done: Map<string, string>;
  #log: string[] = [];
  /** The folder of the last file: stories of one year mostly follow each other. */
  #lastFolder = "";

  private constructor(folder: string, dry: boolean, done: Map<string, string>) {
    this.#folder = folder;
    this.#dry = dry;
    this.#done = done;
  }

  /**
   * @param input a name of the archive that is the same in each run
   * @returns undefined if an import is to be resumed, but none of this archive was interrupted
   */
  static open(folder: string, { dry, resume, input }: { dry: boolean; resume: boolean; input: string }): ContentWriter | undefined {
    const state = join(folder, STATE);
    const same = existsSync(state) && readFileSync(state, "utf8") === `${JSON.stringify({ input })}\n`;
    if (resume && !same) return undefined;
    const writer = new ContentWriter(folder, dry, resume ? readDone(join(folder, DONE)) : new Map());
    if (dry) return writer;
    if (!resume) rmSync(join(folder, DONE), { force: true });
    writer.#put(STATE, `${JSON.stringify({ input })}\n`);
    return writer;
  }

  /** @returns whether the file is new or was changed */
  write(file: string, text: string): boolean {
    const hash = createHash("sha256").update(text).digest("base64url").slice(0, 22);
    const path = join(this.#folder, file);
    const there = this.#done.get(file) === hash && existsSync(path);
    const changed = !there && !(existsSync(path) && readFileSync(path, "utf8") === text);
    if (this.#dry || !changed) return changed;
    this.#put(file, text);
    this.#log.push(`${hash} ${file}\n`);
    if (this.#log.length >= LOGGED_AT_ONCE) this.#flush();
    return true;
  }

  /** @returns whether the file is new or was changed */
  copy(file: string, from: string): boolean {
    const path = join(this.#folder, file);
    if (existsSync(path) && statSync(path).size === statSync(from).size && readFileSync(path).equals(readFileSync(from))) return false;
    if (this.#dry) return true;
    mkdirSync(dirname(path), { recursive: true });
    copyFileSync(from, `${path}.new`);
    renameSync(`${path}.new`, path);
    return true;
  }

  remove(file: string): void {
    if (!this.#dry) rmSync(join(this.#folder, file), { force: true });
  }

  /** Saves a list between runs, as JSON with one entry per line; an empty list deletes the file. */
  rememberAll(name: string, entries: Iterable<unknown>): void {
    if (this.#dry) return;
    const path = join(this.#folder, OWN, name);
    const file = openSync(`${path}.new`, "w");
    let start = "[";
    for (const entry of entries) {
      writeSync(file, `${start}\n${JSON.stringify(entry)}`);
      start = ",";
    }
    writeSync(file, "\n]\n");
    closeSync(file);
    if (start === "[") for (const stale of [path, `${path}.new`]) rmSync(stale, { force: true });
    else renameSync(`${path}.new`, path);
  }

  /** Ends a complete import: there is nothing left to resume. */
  finish(): void {
    if (this.#dry) return;
    rmSync(join(this.#folder, DONE), { force: true });
    rmSync(join(this.#folder, STATE), { force: true });
  }

  #put(file: string, text: string): void {
    const path = join(this.#folder, file);
    const folder = dirname(path);
    if (folder !== this.#lastFolder) mkdirSync(folder, { recursive: true });
    this.#lastFolder = folder;
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  }

  #flush(): void {
    appendFileSync(join(this.#folder, DONE), this.#log.join(""));
    this.#log = [];
  }
}

/** The log is written after this many files; at most as many are compared again when an import is resumed. */
const LOGGED_AT_ONCE = 50;

function readDone(path: string): Map<string, string> {
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [, hash, file] = /^(\S{22}) (.+)$/u.exec(line) ?? [];
      return hash === undefined || file === undefined ? [] : [[file, hash]];
    }),
  );
}
