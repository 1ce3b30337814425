import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, writeSync } from "node:fs";
import { digest } from "./digest.ts";

const NEWLINE = 10;

/** Lines that wait to be written together, in UTF-16 units. */
const BUFFERED = 1 << 20;

/** Writes records a line each, since one text of a large archive would not fit into a string. Returns the file's digest. */
export function writeRecords(path: string, records: ReadonlyMap<string, unknown>): string {
  const hash = createHash("sha256");
  const file = openSync(path, "w");
  let lines = "";
  const write = (): void => {
    const bytes = Buffer.from(lines);
    hash.update(bytes);
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    lines = "";
  };
  for (const entry of records) {
    lines += `${JSON.stringify(entry)}\n`;
    if (lines.length > BUFFERED) write();
  }
  write();
  closeSync(file);
  return hash.digest("base64url").slice(0, 16);
}

/** Undefined when the file is not the one that was written: then its records have no known form. */
export function readRecords<T>(path: string, known: string): Map<string, T> | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  if (digest(bytes) !== known) return undefined;
  const records = new Map<string, T>();
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, start);
    const [name, record]: [string, T] = JSON.parse(bytes.toString("utf8", start, end));
    records.set(name, record);
    start = end + 1;
  }
  return records;
}
