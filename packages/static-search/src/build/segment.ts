import { closeSync, openSync, writeSync } from "node:fs";
import { ByteWriter } from "../format/bytes.ts";
import type { DocumentWord } from "./documentWords.ts";

/** How many documents one segment has, which is in memory until it is written to disk. */
export const SEGMENT_DOCUMENTS = 4000;

const FLUSH = 1 << 20;

/**
 * The inverted index of some documents: by word, in the order of the documents.
 * A posting is a row of columns; those of one word are linked by `next`.
 */
export class Segment {
  readonly #terms = new Map<string, number>();
  readonly #labels: string[] = [];
  readonly #first = new Column();
  readonly #last: number[] = [];
  readonly #counts: number[] = [];
  readonly #next = new Column();
  readonly #docs = new Column();
  readonly #flags = new Column();
  readonly #placesFrom = new Column();
  readonly #places = new Column();
  docs = 0;

  /** Documents must come in ascending order. */
  add(doc: number, words: Map<string, DocumentWord>): void {
    this.docs += 1;
    for (const [term, word] of words) this.#addWord(doc, term, word);
  }

  /** Writes the segment to a file for SegmentReader, with words in the order of UTF-16 code units. */
  write(path: string): void {
    const file = openSync(path, "w");
    const out = new ByteWriter();
    const record = new ByteWriter();
    this.#placesFrom.push(this.#places.length);
    for (const term of [...this.#terms.keys()].toSorted()) {
      record.clear();
      this.#writeTerm(record, term, this.#terms.get(term) ?? 0);
      out.varint(record.length);
      out.bytes(record.view());
      if (out.length < FLUSH) continue;
      writeSync(file, out.view());
      out.clear();
    }
    writeSync(file, out.view());
    closeSync(file);
  }

  #addWord(doc: number, term: string, { level, inTitle, places, label }: DocumentWord): void {
    const row = this.#docs.length;
    this.#docs.push(doc);
    this.#flags.push(level * 2 + (inTitle ? 1 : 0));
    this.#placesFrom.push(this.#places.length);
    for (const place of places) this.#places.push(place);
    this.#next.push(0);
    const id = this.#terms.get(term);
    if (id === undefined) {
      this.#terms.set(term, this.#labels.length);
      this.#labels.push(label);
      this.#first.push(row);
      this.#last.push(row);
      this.#counts.push(1);
      return;
    }
    if (label > (this.#labels[id] ?? "")) this.#labels[id] = label;
    this.#next.set(this.#last[id] ?? 0, row);
    this.#last[id] = row;
    this.#counts[id] = (this.#counts[id] ?? 0) + 1;
  }

  #writeTerm(out: ByteWriter, term: string, id: number): void {
    out.text(term);
    out.text(this.#labels[id] ?? "");
    const count = this.#counts[id] ?? 0;
    out.varint(count);
    let row = this.#first.at(id);
    let last = 0;
    for (let left = count; left > 0; left -= 1) {
      const doc = this.#docs.at(row);
      out.varint(doc - last);
      last = doc;
      out.u8(this.#flags.at(row));
      this.#writePositions(out, row);
      row = this.#next.at(row);
    }
  }

  #writePositions(out: ByteWriter, row: number): void {
    const from = this.#placesFrom.at(row);
    const until = this.#placesFrom.at(row + 1);
    out.varint(until - from);
    let last = 0;
    for (let i = from; i < until; i += 1) {
      const place = this.#places.at(i);
      out.varint(place - last);
      last = place;
    }
  }
}

/** A growing list of whole numbers from 0 to 2^32-1: half the memory of an array of numbers, and no garbage to collect. */
class Column {
  #values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  /** @param index the index of a value that was pushed */
  set(index: number, value: number): void {
    this.#values[index] = value;
  }
}
