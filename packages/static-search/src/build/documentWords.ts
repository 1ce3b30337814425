import { LEVELS } from "../format/encodePostings.ts";
import { eachToken } from "../text/tokens.ts";
import { type Document, type Field, FIELDS } from "./document.ts";

/** A word of a document: its impact, its positions, and its spelling if folding changed more than its case. */
export type DocumentWord = { level: number; places: number[]; inTitle: boolean; label: string };

/** Each text begins at a multiple of this, so that a word more or less in one seldom moves the words of those after it. */
const STEP = 128;

/** `times`: how often a word occurs in each field. */
type Found = { times: number[]; places: number[]; label: string };

/**
 * The words of a document with their impacts. Positions continue through all fields, and no phrase spans two texts.
 * @param fields the first is the title
 * @throws an error for a text in an unknown field
 */
export function documentWords(texts: Document["fields"], fields: readonly Field[] = FIELDS): Map<string, DocumentWord> {
  const other = Object.keys(texts).find((name) => fields.every((field) => field.name !== name));
  if (other !== undefined) throw new Error(`A document has a field "${other}", and the index has none.`);
  const found = new Map<string, Found>();
  const lengths: number[] = [];
  let position = 0;
  for (const [field, { name }] of fields.entries()) {
    let length = 0;
    for (const text of [texts[name] ?? []].flat()) {
      const before = position;
      position = eachToken(text, (term, start, end, at) => add(found, field, term, text, start, end, at), position);
      length += position - before;
      position = Math.ceil((position + 1) / STEP) * STEP;
    }
    lengths.push(length);
  }
  return weighed(found, lengths, fields);
}

function add(found: Map<string, Found>, field: number, term: string, text: string, start: number, end: number, at: number): void {
  let word = found.get(term);
  if (!word) {
    word = { times: [], places: [], label: label(term, text, start, end) };
    found.set(term, word);
  }
  word.times[field] = (word.times[field] ?? 0) + 1;
  // An Arabic word and its bare form, or two equal pairs, can have the same position.
  if (word.places.at(-1) !== at) word.places.push(at);
}

const ASCII = /^[\0-\x7f]*$/u;

/** The spelling of a word; "" if it is that of its term, as most words of an archive are. */
function label(term: string, text: string, start: number, end: number): string {
  if (end - start === term.length && ASCII.test(term) && ASCII.test(text.slice(start, end))) return "";
  const written = text.slice(start, end).toLowerCase().normalize("NFC");
  return written.replace(/[.,]/gu, "") === term || written.length > term.length + 3 ? "" : written;
}

function weighed(found: Map<string, Found>, lengths: readonly number[], fields: readonly Field[]): Map<string, DocumentWord> {
  // A sum of fractions depends on their order: that of the weights, whatever the order of the fields.
  const heaviest = [...fields.keys()].toSorted((a, b) => (fields[b]?.weight ?? 0) - (fields[a]?.weight ?? 0));
  const words = new Map<string, DocumentWord>();
  for (const [term, { times, places, label }] of found) {
    words.set(term, { level: impactLevel(times, lengths, fields, heaviest), places, inTitle: (times[0] ?? 0) > 0, label });
  }
  return words;
}

/** How soon further occurrences stop counting (k1 of BM25). */
const SATURATION = 1.3;

/**
 * The impact of a word in a document by BM25F (Robertson and Zaragoza 2009, 3.5),
 * without the rarity of the word, which the query adds.
 * @returns a level from 0 to LEVELS - 1
 */
function impactLevel(times: readonly number[], lengths: readonly number[], fields: readonly Field[], order: readonly number[]): number {
  let weighted = 0;
  for (const at of order) {
    const field = fields[at];
    const here = times[at] ?? 0;
    if (!field || here === 0) continue;
    const norm = 1 - field.slope + field.slope * ((lengths[at] ?? 0) / field.length);
    weighted += (field.weight * here) / norm;
  }
  const impact = weighted / (weighted + SATURATION);
  return Math.min(LEVELS - 1, Math.floor(impact * LEVELS));
}
