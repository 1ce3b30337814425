import { createHash, type Hash } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, writeSync } from "node:fs";
import { digestOfAll } from "./digest.ts";

const NEWLINE = 10;

/** Lines that wait to be written together, in UTF-16 units. */
const BUFFERED = 1 << 20;

/** A file with more lines than this for each record is written anew. */
const MOST_LINES = 2;

/** What a file of records held: each by its name, and what it takes to go on writing it. */
export type Records<T> = { all: ReadonlyMap<string, T>; lines: number; hash: Hash };

/**
 * For the next build: what was made in this one, and what it did not ask for again.
 * @param names of what is still there
 */
export function stillThere<T>(
  names: Iterable<string>,
  now: ReadonlyMap<string, T>,
  before: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  const all = new Map(now);
  for (const name of names) {
    const record = all.get(name) ?? before.get(name);
    if (record !== undefined) all.set(name, record);
  }
  return all;
}

/** Undefined when the file is not the one that was written: then its records have no known form. */
export function readRecords<T>(path: string, known: string): Records<T> | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  const hash = createHash("sha256").update(bytes);
  if (digestOfAll(hash.copy()) !== known) return undefined;
  const all = new Map<string, T>();
  let lines = 0;
  for (let start = 0; start < bytes.length; lines += 1) {
    const end = bytes.indexOf(NEWLINE, start);
    const [name, record]: [string, T?] = JSON.parse(bytes.toString("utf8", start, end));
    if (record === undefined) all.delete(name);
    else all.set(name, record);
    start = end + 1;
  }
  return { all, lines, hash };
}

/**
 * Writes records a line each, since one text of a large archive would not fit
 * into a string. Where the file is there, only what changed is added: a later
 * line of a name counts, and one without a record says that there is none.
 * @param before what the file holds; without it, all is written
 * @param isSame whether a record is the one that was read; by itself, if it is the same value
 * @returns by what the file is known
 */
export function writeRecords<T>(
  path: string,
  now: ReadonlyMap<string, T>,
  before?: Records<T>,
  isSame = (name: string, record: T): boolean => before?.all.get(name) === record,
): string {
  if (!before) return write(path, "w", now, createHash("sha256"));
  const changed: [string, T?][] = [...now].filter(([name, record]) => !isSame(name, record));
  const gone = [...before.all.keys()].filter((name) => !now.has(name)).map((name): [string] => [name]);
  const isWasteful = before.lines + changed.length + gone.length > MOST_LINES * now.size;
  return isWasteful ? write(path, "w", now, createHash("sha256")) : write(path, "a", [...changed, ...gone], before.hash);
}

function write(path: string, flag: "w" | "a", entries: Iterable<unknown>, hash: Hash): string {
  const file = openSync(path, flag);
  let lines = "";
  const flush = (): void => {
    const bytes = Buffer.from(lines);
    hash.update(bytes);
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    lines = "";
  };
  for (const entry of entries) {
    lines += `${JSON.stringify(entry)}\n`;
    if (lines.length > BUFFERED) flush();
  }
  flush();
  closeSync(file);
  return digestOfAll(hash);
}
