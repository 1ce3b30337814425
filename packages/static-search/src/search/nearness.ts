import type { Archive } from "./archive.ts";
import type { Form } from "./family.ts";
import type { Lists } from "./loadLists.ts";
import { findPositions, loadPositions, partsFor } from "./positions.ts";
import type { ResolvedClause } from "./resolved.ts";

/** How much more adjacent words count. */
const MOST = 0.4;

/** Words farther apart than this are not near. */
const FAR = 24;

/** How many bytes the positions of a query may have; words beyond that are not compared. */
const BUDGET = 8_000;

/** If the lists of a query have more bytes than this, words are not compared, since positions would add too many. */
const MOST_LISTS = 40_000;

/** Only the rarest words, which say most, are compared, each in its likeliest form: every word requires a leaf. */
const MOST_WORDS = 2;

/**
 * How near the words of a query are to each other in documents, as factors from 1
 * on. Words with too many positions are ignored.
 */
export async function nearness(
  archive: Archive,
  lists: Lists,
  clauses: readonly ResolvedClause[],
  docs: readonly number[],
): Promise<Map<number, number>> {
  const words = wordsOf(clauses);
  if (words.length < 2 || docs.length < 2 || listBytes(clauses) > MOST_LISTS) return new Map();
  const asked = new Set(docs);
  const forms = await Promise.all(words.map((word) => findPositions(archive, lists, word)));
  let spent = 0;
  const affordable = forms.filter((word) => {
    const bytes = word.flatMap(({ positions }) => partsFor(positions, asked)).reduce((sum, part) => sum + part.bytes, 0);
    if (word.length === 0 || spent + bytes > BUDGET) return false;
    spent += bytes;
    return true;
  });
  if (affordable.length < 2) return new Map();
  const allowed = new Set(affordable.flat().flatMap(({ positions }) => positions.parts.map(({ name }) => name)));
  const places = await Promise.all(affordable.map((word) => loadPositions(archive, lists, word, asked, allowed)));
  return new Map(docs.map((doc) => [doc, factor(span(places.map((word) => word.get(doc) ?? [])), places.length)]));
}

/** Computed from the index, not from what is already loaded, so that a query always has the same results. */
function listBytes(clauses: readonly ResolvedClause[]): number {
  return clauses
    .flatMap(({ any }) => any.flatMap((part) => (part.type === "words" ? part.forms : [])))
    .flatMap(({ entry }) => entry.parts)
    .reduce((sum, { bytes }) => sum + bytes, 0);
}

function factor(apart: number, words: number): number {
  const between = apart - (words - 1);
  return between > FAR ? 1 : 1 + MOST / (1 + between / 3);
}

function wordsOf(clauses: readonly ResolvedClause[]): Form[][] {
  return clauses
    .filter(({ excluded, optional }) => !excluded && !optional)
    .flatMap(({ any: [part] }) => (part?.type === "words" && part.forms.length > 0 ? [part.forms.slice(0, 1)] : []))
    .toSorted((a, b) => (a[0]?.entry.count ?? 0) - (b[0]?.entry.count ?? 0))
    .slice(0, MOST_WORDS);
}

/** The shortest span, in words, that contains a position of each list; Infinity if a list is empty. */
function span(lists: readonly (readonly number[])[]): number {
  const at = lists.map(() => 0);
  let shortest = Infinity;
  for (;;) {
    let low = Infinity;
    let high = -Infinity;
    let lowest = 0;
    for (const [i, list] of lists.entries()) {
      const place = list[at[i] ?? 0];
      if (place === undefined) return shortest;
      if (place < low) {
        low = place;
        lowest = i;
      }
      high = Math.max(high, place);
    }
    shortest = Math.min(shortest, high - low);
    at[lowest] = (at[lowest] ?? 0) + 1;
  }
}
