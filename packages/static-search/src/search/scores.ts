import { weightOfLevel } from "../format/encodePostings.ts";
import type { DocumentSet } from "./documentSet.ts";
import type { Form } from "./family.ts";
import type { Lists } from "./loadLists.ts";
import type { Resolved } from "./resolved.ts";

/** A score for each document of the archive; 0 if it was not found. */
export type Scores = Float32Array<ArrayBuffer>;

/** The score for being in a set: enough to be found, and no better than others. */
const IN_SET = 1e-6;

/** A phrase counts more than its words. */
const PHRASE = 1.3;

export type Sources = { docs: number; lists: Lists };

/** The scores of a part. For a phrase they are those of documents with all its words, whose positions are still to be compared. */
export function scoresOf(part: Resolved, sources: Sources): Scores {
  switch (part.type) {
    case "words":
      return wordScores(part.forms, sources);
    case "phrase":
      return highest([scaled(together(part.places.map((forms) => wordScores(forms, sources))), PHRASE), wordScores(part.joined, sources)]);
    case "title":
      return together(part.words.map((sets) => setScores(sets, sources)));
    case "sets":
      return setScores(part.sets, sources);
    case "range":
      return new Float32Array(sources.docs).fill(IN_SET, part.from, Math.max(part.from, part.until));
    case "all":
      return scaled(together(part.parts.map((inner) => scoresOf(inner, sources))), part.weight);
  }
}

/** The impact of the best form in each document, times the rarity of the word: BM25's idf, for all forms together. */
export function wordScores(forms: readonly Form[], { docs, lists }: Sources): Scores {
  const scores = new Float32Array(docs);
  for (const { entry, weight } of forms) {
    lists.visit(entry, (doc, level) => {
      const score = weightOfLevel(level) * weight;
      if (score > (scores[doc] ?? Infinity)) scores[doc] = score;
    });
  }
  const found = count(scores);
  return scaled(scores, Math.log(1 + (docs - found + 0.5) / (found + 0.5)));
}

export function setScores(sets: readonly DocumentSet[], { docs, lists }: Sources): Scores {
  const scores = new Float32Array(docs);
  for (const entry of sets) {
    lists.visit(entry, (doc) => {
      if (doc < docs) scores[doc] = IN_SET;
    });
  }
  return scores;
}

/** The sum for documents with a score in all lists. */
export function together(lists: readonly Scores[]): Scores {
  const [first, ...others] = lists;
  if (!first) return new Float32Array();
  const sum = first.slice();
  for (const other of others) for (let i = 0; i < sum.length; i += 1) sum[i] = sum[i] && other[i] ? (sum[i] ?? 0) + (other[i] ?? 0) : 0;
  return sum;
}

/** The highest score for documents with a score in any list. */
export function highest(lists: readonly Scores[]): Scores {
  const [first, ...others] = lists;
  if (!first) return new Float32Array();
  const best = first.slice();
  for (const other of others) for (let i = 0; i < best.length; i += 1) best[i] = Math.max(best[i] ?? 0, other[i] ?? 0);
  return best;
}

export function count(scores: Scores): number {
  let found = 0;
  for (const score of scores) if (score > 0) found += 1;
  return found;
}

function scaled(scores: Scores, factor: number): Scores {
  if (factor !== 1) for (let i = 0; i < scores.length; i += 1) scores[i] = (scores[i] ?? 0) * factor;
  return scores;
}
