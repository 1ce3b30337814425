import type { Places } from "#content/search/positionsEntry.ts";

/** The stories of one word while it is being written; columns of one table, stories ascending. */
export class Postings {
  docs: number[] = [];
  levels: number[] = [];
  inHeadline: number[] = [];
  places: Places[] = [];
  label = "";

  add(doc: number, level: number, inHeadline: boolean, places: Places): void {
    this.docs.push(doc);
    this.levels.push(level);
    if (inHeadline) this.inHeadline.push(doc);
    this.places.push(places);
  }

  /** Of several ways of writing, the one that comes last: it has the accents, and does not depend on the order of stories. */
  name(label: string): void {
    if (label > this.label) this.label = label;
  }
}
