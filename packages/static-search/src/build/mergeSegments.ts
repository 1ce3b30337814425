import { closeSync, openSync, readSync } from "node:fs";
import { ByteReader } from "../format/bytes.ts";
import type { Positions } from "../format/positionsEntry.ts";
import { Postings } from "./postings.ts";

/**
 * Visits the words of all segments in order, each with all its documents. Segments must be in the order of their documents.
 * @param positionsUpTo a word in more documents has no positions: they are not kept, and would take most of the memory of its postings
 */
export function mergeSegments(paths: readonly string[], visit: (term: string, postings: Postings) => void, positionsUpTo = Infinity): void {
  const readers = paths.map((path) => new SegmentReader(path));
  for (;;) {
    const term = smallest(readers);
    if (term === undefined) break;
    const having = readers.filter((reader) => reader.term === term);
    const hasPositions = having.reduce((sum, { count }) => sum + count, 0) <= positionsUpTo;
    const postings = new Postings();
    for (const reader of having) reader.take(postings, hasPositions);
    visit(term, postings);
  }
  for (const reader of readers) reader.close();
}

function smallest(readers: readonly SegmentReader[]): string | undefined {
  let least: string | undefined;
  for (const { term } of readers) if (term !== undefined && (least === undefined || term < least)) least = term;
  return least;
}

const WINDOW = 1 << 18;
const LONGEST_VARINT = 5;

/** Reads a segment from disk word by word, through a window. */
class SegmentReader {
  readonly #file: number;
  #window = new Uint8Array();
  #at = 0;
  #record = new ByteReader(this.#window);
  /** The word that take() will return; undefined after the last. */
  term: string | undefined;
  #label = "";
  /** How many documents of the segment have the word. */
  count = 0;

  constructor(path: string) {
    this.#file = openSync(path, "r");
    this.#next();
  }

  /** Adds the documents of the current word, and goes on to the next word. */
  take(into: Postings, hasPositions: boolean): void {
    const record = this.#record;
    into.name(this.#label);
    let doc = 0;
    for (let left = this.count; left > 0; left -= 1) {
      doc += record.varint();
      const flags = record.u8();
      into.add(doc, flags >>> 1, (flags & 1) === 1, hasPositions ? positionsIn(record) : withoutPositions(record));
    }
    this.#next();
  }

  close(): void {
    closeSync(this.#file);
  }

  #next(): void {
    this.#need(LONGEST_VARINT);
    if (this.#at >= this.#window.length) {
      this.term = undefined;
      return;
    }
    const head = new ByteReader(this.#window, this.#at);
    const length = head.varint();
    this.#at = head.at;
    this.#need(length);
    this.#record = new ByteReader(this.#window.subarray(this.#at, this.#at + length));
    this.#at += length;
    this.term = this.#record.text();
    this.#label = this.#record.text();
    this.count = this.#record.varint();
  }

  /** Ensures that the window has this many bytes, or all that are left. */
  #need(bytes: number): void {
    const kept = this.#window.length - this.#at;
    if (kept >= bytes) return;
    const window = new Uint8Array(Math.max(WINDOW, bytes));
    window.set(this.#window.subarray(this.#at));
    const read = readSync(this.#file, window, kept, window.length - kept, null);
    this.#window = window.subarray(0, kept + read);
    this.#at = 0;
  }
}

function positionsIn(record: ByteReader): number[] {
  const found: number[] = [];
  let place = 0;
  for (let left = record.varint(); left > 0; left -= 1) {
    place += record.varint();
    found.push(place);
  }
  return found;
}

const NO_POSITIONS: Positions = [];

function withoutPositions(record: ByteReader): Positions {
  for (let left = record.varint(); left > 0; left -= 1) record.varint();
  return NO_POSITIONS;
}
