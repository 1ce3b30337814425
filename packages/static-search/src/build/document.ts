import type { Synonyms } from "../query/synonyms.ts";
import type { Schema, Value } from "../schema.ts";

/**
 * A document as it is indexed. Its properties may be getters: of a document
 * whose digest is known from the build before only id, date, language, digest
 * and facets are read.
 */
export type Document = {
  id: string;
  /** When it appeared, as Date.parse takes it. */
  date: string;
  /** A BCP 47 tag. */
  language: string;
  /** Its texts by field. Of several texts in a field each is one by itself, so that no phrase goes across two of them. */
  fields: Readonly<Record<string, string | readonly string[]>>;
  /** Its values by facet. */
  facets: Readonly<Record<string, readonly Value[]>>;
  /** What hits give back: anything that JSON can say. */
  stored: unknown;
  /** Changes with the document; worked out from all of it if not given. */
  digest?: string;
};

/** A part of documents that is searched. */
export type Field = {
  name: string;
  /** How much a word in it says beside one in another field. */
  weight: number;
  /** How many words it usually has. A constant, not the mean of the archive: so a new document changes the impact of no other's words. */
  length: number;
  /** How far another length matters, from 0 to 1 (b of BM25). */
  slope: number;
};

/** The fields of documents that do not say otherwise. The first is the one that `title:` searches. */
export const FIELDS: readonly Field[] = [
  { name: "title", weight: 7, length: 9, slope: 0.3 },
  { name: "summary", weight: 3, length: 22, slope: 0.3 },
  { name: "body", weight: 1, length: 500, slope: 0.6 },
  { name: "aside", weight: 1.5, length: 30, slope: 0.5 },
];

/** What an index is built by. */
export type IndexSettings = {
  schema: Schema<never>;
  /** The language of the archive, whose word forms every query is tried in. */
  language: string;
  /** An IANA name: days and years begin by its clock. UTC if not given. */
  timeZone?: string | undefined;
  /** In the order in which their words follow each other; FIELDS if not given. */
  fields?: readonly Field[] | undefined;
  synonyms?: Synonyms | undefined;
};
