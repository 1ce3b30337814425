import type { Positions } from "../format/positionsEntry.ts";

/** The documents of one word while it is being written: columns of one table, documents ascending. */
export class Postings {
  docs: number[] = [];
  levels: number[] = [];
  inTitle: number[] = [];
  places: Positions[] = [];
  label = "";

  add(doc: number, level: number, inTitle: boolean, places: Positions): void {
    this.docs.push(doc);
    this.levels.push(level);
    if (inTitle) this.inTitle.push(doc);
    this.places.push(places);
  }

  /** Keeps the last in order of several spellings: it has the accents, and does not depend on the order of documents. */
  name(label: string): void {
    if (label > this.label) this.label = label;
  }
}
