import * as v from "valibot";
import { BrokenShardError } from "../format/files.ts";
import { type Clause, type Item, queryTokens } from "./clauses.ts";

/** Words and names that mean the same, in groups: [["EU", "European Union"], ["film", "movie"]]. */
const SynonymsSchema = v.array(v.array(v.string()));

export type Synonyms = v.InferOutput<typeof SynonymsSchema>;

/** @throws BrokenShardError */
export function readSynonyms(json: unknown): Synonyms {
  const result = v.safeParse(SynonymsSchema, json);
  if (!result.success) throw new BrokenShardError("its synonyms are not a list of words");
  return result.output;
}

/** A document with a synonym matches a little less than one with the word itself. */
const WEIGHT = 0.8;

/** Adds synonyms to the words of a query. Consecutive words that form one name are treated as one. */
export function withSynonyms(clauses: readonly Clause[], synonyms: Synonyms): Clause[] {
  const groups = synonyms.map((group) => group.map(termsOf).filter((terms) => terms.length > 0));
  const result: Clause[] = [];
  for (let at = 0; at < clauses.length;) {
    const found = longest(clauses, at, groups);
    const clause = clauses[at];
    if (!clause) break;
    const taken = clauses.slice(at, at + (found?.length ?? 1));
    result.push(found ? widened(taken, found.others) : clause);
    at += taken.length;
  }
  return result;
}

const termsOf = (text: string): string[] => queryTokens(text).tokens.map(({ term }) => term);

type Found = { length: number; others: string[][] };

function longest(clauses: readonly Clause[], at: number, groups: string[][][]): Found | undefined {
  let best: Found | undefined;
  for (const group of groups) {
    for (const terms of group) {
      if (terms.length <= (best?.length ?? 0) || !terms.every((term, i) => isWord(clauses[at + i], term))) continue;
      best = { length: terms.length, others: group.filter((other) => other !== terms) };
    }
  }
  return best;
}

function isWord(clause: Clause | undefined, term: string): boolean {
  const [item] = clause?.any ?? [];
  return clause?.any.length === 1 && !clause.excluded && item?.type === "word" && item.token.term === term;
}

function widened(taken: Clause[], others: string[][]): Clause {
  const asked = taken.flatMap(({ any }) => any);
  const [first] = asked;
  const itself: Item[] = asked.length === 1 && first ? [first] : [{ type: "all", items: asked, weight: 1 }];
  return { excluded: false, any: [...itself, ...others.map(asSynonym)] };
}

function asSynonym(terms: string[]): Item {
  const items = terms.map((term): Item => ({ type: "word", text: term, token: { term }, prefix: false }));
  return { type: "all", items, weight: WEIGHT };
}
