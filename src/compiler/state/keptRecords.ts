import { createHash, type Hash } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, writeSync } from "node:fs";
import { digestOfAll } from "./digest.ts";

const NEWLINE = 10;

/** The length of lines gathered before they are written, in UTF-16 units. */
const BUFFERED = 1 << 20;

/** A file with more lines than this for each record is rewritten. */
const MOST_LINES = 2;

/** The content of a file of records: each record by its name, and what is needed to append to the file. */
export type Records<T> = { all: ReadonlyMap<string, T>; lines: number; hash: Hash };

/**
 * The records for the next build: those made in this one, and earlier ones that it did not ask for.
 * @param names the names of the records to keep
 */
export function keptRecords<T>(
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

/** Undefined if the file is not the one that was written, since its records may then have any form. */
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
 * Writes records, one per line, since a large archive would not fit into a single
 * string. If the file exists, only changes are appended: the last line for a name
 * counts, and a line without a record says that it was removed.
 * @param before the content of the file; without it, all records are written
 * @param isSame whether a record is the one that was read; by default, if it is the same value
 * @returns the digest of the file
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
