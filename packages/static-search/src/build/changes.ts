import { Catalogue } from "./catalogue.ts";
import type { Document, IndexSettings } from "./document.ts";
import { digest } from "./shards.ts";
import type { DocumentMark } from "./state.ts";

/** Documents that differ from those of the build before or are new, by number, and what is said of all together. */
export type Changes = { marks: DocumentMark[]; changed: Map<number, Document>; catalogue: Catalogue };

const DIGEST_BYTES = 12;

export function markOf(document: Document): DocumentMark {
  const { id, date } = document;
  return { id, at: Date.parse(date), digest: document.digest ?? digest(textOf(document), DIGEST_BYTES) };
}

/** All of it, each property by its name: JSON leaves out getters of a class. */
function textOf({ id, date, language, fields, facets, stored }: Document): string {
  return JSON.stringify([id, date, language, fields, facets, stored]);
}

/**
 * Compares an archive with the one before. Undefined when documents do not have
 * the numbers that they had (one is gone, or one of an earlier date has come),
 * or when so many differ that building all anew is quicker.
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
  for (const document of documents) {
    const mark = markOf(document);
    const old = before[marks.length];
    if (old && (old.id !== mark.id || old.at !== mark.at)) return undefined;
    if (old?.digest !== mark.digest) changed.set(marks.length, document);
    if (changed.size > most) return undefined;
    marks.push(mark);
    catalogue.add(document);
  }
  return marks.length < before.length ? undefined : { marks, changed, catalogue };
}
