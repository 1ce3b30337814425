import { Catalogue } from "./catalogue.ts";
import type { Document, IndexSettings } from "./document.ts";
import { digest } from "./shards.ts";
import type { DocumentMark } from "./state.ts";
import { firstOfLatest } from "./thresholds.ts";

/**
 * Documents that are new or differ from those of the previous build, by number, and data about all documents.
 * `latest`: those that the part of the latest documents had, and those that are new.
 */
export type Changes = { marks: DocumentMark[]; changed: Map<number, Document>; latest: Document[]; catalogue: Catalogue };

const DIGEST_BYTES = 12;

export function markOf(document: Document): DocumentMark {
  const { id, date } = document;
  return { id, at: Date.parse(date), digest: document.digest ?? digest(textOf(document), DIGEST_BYTES) };
}

/** Each property by name, since JSON.stringify omits the getters of a class. */
function textOf({ id, date, language, fields, facets, stored }: Document): string {
  return JSON.stringify([id, date, language, fields, facets, stored]);
}

/**
 * Compares an archive with the previous one. Undefined if documents no longer have
 * the same numbers (one is gone, or one with an earlier date is new), or if so many
 * differ that a full build is quicker.
 * @param most how many may differ
 */
export function changesSince(
  before: readonly DocumentMark[],
  documents: Iterable<Document>,
  settings: IndexSettings,
  most: number,
): Changes | undefined {
  const catalogue = new Catalogue(settings);
  const marks: DocumentMark[] = [];
  const changed = new Map<number, Document>();
  const latest: Document[] = [];
  for (const document of documents) {
    const mark = markOf(document);
    const old = before[marks.length];
    if (old && (old.id !== mark.id || old.at !== mark.at)) return undefined;
    if (old?.digest !== mark.digest) changed.set(marks.length, document);
    if (changed.size > most) return undefined;
    if (marks.length >= firstOfLatest(before.length)) latest.push(document);
    marks.push(mark);
    catalogue.add(document);
  }
  return marks.length < before.length ? undefined : { marks, changed, latest, catalogue };
}
