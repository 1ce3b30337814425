import { titleKey } from "../format/keys.ts";
import type { Notice } from "../query/notice.ts";
import type { Archive } from "./archive.ts";
import type { Form } from "./family.ts";
import { loadLists, type Lists } from "./loadLists.ts";
import { matchPhrase, type Phrase } from "./phrase.ts";
import { type Resolved, type ResolvedClause, setsOf } from "./resolved.ts";
import { count, highest, scoresOf, type Scores, type Sources, wordScores } from "./scores.ts";

/** The documents that match a query. `scores`: 0 for all others. `relaxed`: whether some do not match all of it. */
export type Evaluated = { scores: Scores; exact: boolean; relaxed: boolean; lists: Lists; notices: Notice[] };

/** If fewer documents than this have all of three or more words, those with some of them are found too. */
const FEW = 5;

/**
 * Finds the documents that meet every clause. If none or very few do, also those
 * that have all words but one; if there are none, those with any.
 */
export async function evaluate(archive: Archive, clauses: readonly ResolvedClause[]): Promise<Evaluated> {
  const needed = clauses.filter(({ optional }) => !optional);
  const lists = await loadLists(
    archive.store,
    needed.flatMap(({ any }) => any.flatMap(setsOf)),
  );
  const sources = { docs: archive.manifest.stories, lists };
  const phrases = new Phrases(archive, sources);
  const wanted = needed.filter(({ excluded }) => !excluded);
  const scores = await meetingAll(wanted, sources, phrases);
  const without = await excluding(needed, phrases);
  const met = scores.slice();
  leaveOut(scores, without);
  const all = count(scores);
  const words = wanted.filter(hasWords).length;
  const strict = { scores, lists, relaxed: false, exact: lists.exact && phrases.whole, notices: phrases.notices };
  if (all === 0 && count(met) > 0) {
    leaveOut(met, await excludingTitles(needed, archive));
    const notices: Notice[] = [...phrases.notices, { code: "excludedInTitle" }];
    if (count(met) > 0) return { ...strict, scores: met, relaxed: true, notices };
  }
  if (all >= FEW || (all > 0 && words < 3) || (words < 2 && !wanted.some(({ any }) => any.some(hasSeveralWords)))) return strict;
  for (const missing of words > 2 ? [1, words] : [words]) {
    const some = meetingSome(wanted, sources, missing);
    leaveOut(some, without);
    const found = count(some);
    if (found === all) continue;
    return { ...strict, scores: some, relaxed: true, notices: [...phrases.notices, { code: "relaxed", all }] };
  }
  return strict;
}

/** Clauses without phrases come first: a phrase is then compared only in documents that meet the others. */
async function meetingAll(clauses: readonly ResolvedClause[], sources: Sources, phrases: Phrases): Promise<Scores> {
  let scores: Scores = new Float32Array(sources.docs).fill(clauses.length === 0 ? BASE : 0);
  let first = true;
  for (const clause of clauses.toSorted((a, b) => Number(hasPhrase(a)) - Number(hasPhrase(b)))) {
    const among = first ? undefined : scores;
    const own = highest(await Promise.all(clause.any.map((part) => phrases.scoresOf(part, among))));
    scores = first ? own : sumWhereBoth(scores, own);
    first = false;
  }
  return scores;
}

/** The score of every document if the query only excludes some. */
const BASE = 1e-6;

/**
 * Scores documents that meet all clauses without words by how many of the words they have, and how well.
 * @param missing how many words a document may lack; it must have at least one
 */
function meetingSome(clauses: readonly ResolvedClause[], sources: Sources, missing: number): Scores {
  const words = clauses.filter(hasWords).flatMap(({ any }) => loosely(any, sources));
  const sum: Scores = new Float32Array(sources.docs);
  const met = new Uint8Array(sources.docs);
  for (const scores of words) {
    for (let i = 0; i < sum.length; i += 1) {
      if (!scores[i]) continue;
      sum[i] = (sum[i] ?? 0) + (scores[i] ?? 0);
      met[i] = (met[i] ?? 0) + 1;
    }
  }
  const least = Math.max(1, words.length - missing);
  for (let i = 0; i < sum.length; i += 1) {
    const share = (met[i] ?? 0) / words.length;
    sum[i] = (met[i] ?? 0) < least ? 0 : (sum[i] ?? 0) * share;
  }
  const fixed = clauses.filter((clause) => !hasWords(clause)).map(({ any }) => highest(any.map((part) => scoresOf(part, sources))));
  return fixed.reduce(sumWhereBoth, sum);
}

/** The scores for a clause, for a phrase those of each word by itself. */
function loosely(any: readonly Resolved[], sources: Sources): Scores[] {
  const [part] = any;
  if (any.length === 1 && part?.type === "phrase") return part.places.map((forms) => wordScores(forms, sources));
  return [highest(any.map((each) => scoresOf(each, sources)))];
}

async function excluding(clauses: readonly ResolvedClause[], phrases: Phrases): Promise<Scores[]> {
  const parts = clauses.filter(({ excluded }) => excluded).flatMap(({ any }) => any);
  return Promise.all(parts.map((part) => phrases.scoresOf(part, undefined)));
}

/**
 * The same for documents that have these words in their titles: "voyager -2" would
 * find nothing if every document about Voyager names both, yet some are about the first.
 */
async function excludingTitles(clauses: readonly ResolvedClause[], archive: Archive): Promise<Scores[]> {
  const parts = clauses.filter(({ excluded }) => excluded).flatMap(({ any }) => any);
  const named = await Promise.all(parts.map(async (part) => (part.type === "words" ? await inTitle(archive, part.forms) : part)));
  const sources = { docs: archive.manifest.stories, lists: await loadLists(archive.store, named.flatMap(setsOf)) };
  return named.map((part) => scoresOf(part, sources));
}

async function inTitle({ tree }: Archive, forms: readonly Form[]): Promise<Resolved> {
  const sets = await Promise.all(forms.map(({ word }) => tree.set(titleKey(word))));
  return { type: "sets", sets: sets.filter((set) => set !== undefined) };
}

function leaveOut(scores: Scores, without: readonly Scores[]): void {
  for (const out of without) for (let i = 0; i < scores.length; i += 1) if (out[i]) scores[i] = 0;
}

function sumWhereBoth(a: Scores, b: Scores): Scores {
  return a.map((score, i) => (score && b[i] ? score + (b[i] ?? 0) : 0));
}

const isWords = (part: Resolved): boolean => part.type === "words" || part.type === "phrase" || part.type === "all";
const hasWords = ({ any }: ResolvedClause): boolean => any.some(isWords);
const hasPhrase = ({ any }: ResolvedClause): boolean => any.some(({ type }) => type === "phrase");
const hasSeveralWords = (part: Resolved): boolean => part.type === "phrase" || part.type === "all";

/** Scores parts, including phrases, and collects the notices about these. */
class Phrases {
  readonly #archive: Archive;
  readonly #sources: Sources;
  readonly notices: Notice[] = [];
  whole = true;

  constructor(archive: Archive, sources: Sources) {
    this.#archive = archive;
    this.#sources = sources;
  }

  /** @param among documents without a score in it are not compared */
  async scoresOf(part: Resolved, among: Scores | undefined): Promise<Scores> {
    const scores = scoresOf(part, this.#sources);
    return part.type === "phrase" ? this.#compared(part, scores, among) : scores;
  }

  async #compared(phrase: Phrase, scores: Scores, among: Scores | undefined): Promise<Scores> {
    const joined = phrase.joined.length > 0 ? wordScores(phrase.joined, this.#sources) : undefined;
    const candidates = new Set<number>();
    for (let i = 0; i < scores.length; i += 1) if (scores[i] && (!among || among[i]) && !joined?.[i]) candidates.add(i);
    const { docs, compared, whole } = await matchPhrase(this.#archive, this.#sources.lists, phrase, candidates);
    if (!compared && phrase.quoted && candidates.size > 0) this.notices.push({ code: "tooCommon", phrase: phrase.text });
    this.whole &&= whole;
    return scores.map((score, i) => (joined?.[i] || docs.has(i) ? score : 0));
  }
}
