import type { Synonyms } from "../query/synonyms.ts";
import type { Schema, Value } from "../schema.ts";

/**
 * A document to index. Its properties may be getters: if its digest is known from
 * the previous build, only id, date, language, digest and facets are read.
 */
export type Document = {
  id: string;
  /** When it was published, in a form that Date.parse accepts. */
  date: string;
  /** A BCP 47 tag. */
  language: string;
  /** Its texts by field. Several texts of a field are separate, so that no phrase spans two of them. */
  fields: Readonly<Record<string, string | readonly string[]>>;
  /** Its values by facet. */
  facets: Readonly<Record<string, readonly Value[]>>;
  /** The value that hits return: anything that JSON can represent. */
  stored: unknown;
  /** Changes with the document; computed from all of it if not given. */
  digest?: string;
};

/** A searchable part of documents. */
export type Field = {
  name: string;
  /** How much a word in it counts compared with one in another field. */
  weight: number;
  /** How many words it usually has. A constant, not the archive's average, so that a new document does not change the impacts of others. */
  length: number;
  /** How much a different length matters, from 0 to 1 (b of BM25). */
  slope: number;
};

/** The default fields. `title:` searches the first. */
export const FIELDS: readonly Field[] = [
  { name: "title", weight: 7, length: 9, slope: 0.3 },
  { name: "summary", weight: 3, length: 22, slope: 0.3 },
  { name: "body", weight: 1, length: 500, slope: 0.6 },
  { name: "aside", weight: 1.5, length: 30, slope: 0.5 },
];

/** The settings of an index. */
export type IndexSettings = {
  schema: Schema<never>;
  /** The language of the archive, whose word forms every query tries. */
  language: string;
  /** An IANA name: days and years begin by its clock. UTC if not given. */
  timeZone?: string | undefined;
  /** The fields in the order of their words' positions; FIELDS if not given. */
  fields?: readonly Field[] | undefined;
  synonyms?: Synonyms | undefined;
};
