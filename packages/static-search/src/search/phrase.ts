import type { Archive } from "./archive.ts";
import type { Lists } from "./loadLists.ts";
import { findPositions, type FormPositions, loadPositions, partsFor, type PositionsByDocument } from "./positions.ts";
import type { Resolved } from "./resolved.ts";

export type Phrase = Extract<Resolved, { type: "phrase" }>;

/** How many bytes the positions of one phrase may have. */
const BUDGET = 128_000;

/** Documents that contain a phrase. `compared` is false if its words are too frequent to compare, `whole` if not all documents were. */
export type PhraseMatches = { docs: Set<number>; compared: boolean; whole: boolean };

/**
 * Finds the candidates in which the words of a phrase follow each other. Words
 * without positions match any one word.
 */
export async function matchPhrase(archive: Archive, lists: Lists, phrase: Phrase, candidates: ReadonlySet<number>): Promise<PhraseMatches> {
  const forms = await Promise.all(phrase.places.map((place) => findPositions(archive, lists, place)));
  const comparable = forms.flatMap((place, offset) => (place.length > 0 ? [{ place, offset }] : []));
  if (comparable.length < 2) return { docs: new Set(candidates), compared: false, whole: true };
  const { allowed, docs, whole } = afford(comparable.map(({ place }) => place).flat(), candidates);
  const places = await Promise.all(comparable.map(({ place }) => loadPositions(archive, lists, place, docs, allowed)));
  const words = comparable.map(({ offset }, i) => ({ offset, at: places[i] ?? new Map<number, number[]>() }));
  return { docs: new Set([...docs].filter((doc) => follows(words, doc))), compared: true, whole };
}

/** The files to load: those of the newest documents first, within the budget. */
function afford(
  forms: readonly FormPositions[],
  candidates: ReadonlySet<number>,
): { allowed: Set<string>; docs: Set<number>; whole: boolean } {
  const wanted = forms.flatMap(({ positions }) =>
    partsFor(positions, candidates).map(({ name, bytes, range }) => ({ name, bytes, until: (range + 1) * 2 ** positions.shift })),
  );
  const allowed = new Set<string>();
  let spent = 0;
  let reach = 0;
  for (const { name, bytes, until } of wanted.toSorted((a, b) => b.until - a.until)) {
    spent += allowed.has(name) ? 0 : bytes;
    if (spent > BUDGET) {
      reach = until;
      break;
    }
    allowed.add(name);
  }
  return { allowed, docs: new Set([...candidates].filter((doc) => doc >= reach)), whole: reach === 0 };
}

type Word = { offset: number; at: PositionsByDocument };

/** Whether a document has the words at these distances from each other. */
function follows([first, ...others]: readonly Word[], doc: number): boolean {
  if (!first) return false;
  const sets = others.map(({ offset, at }) => ({ distance: offset - first.offset, places: new Set(at.get(doc)) }));
  return (first.at.get(doc) ?? []).some((place) => sets.every(({ distance, places }) => places.has(place + distance)));
}
