import { parseQuery } from "#content/search/parseQuery.ts";
import { withSynonyms } from "#content/search/synonyms.ts";
import type { Archive } from "./archive.ts";
import { best } from "./best.ts";
import { type Evaluated, evaluate } from "./evaluate.ts";
import { nearness } from "./nearness.ts";
import { preferNew } from "./recency.ts";
import { resolve } from "./resolve.ts";
import type { ResolvedQuery } from "./resolved.ts";

/** What a query found, before it is filtered, sorted and cut into pages. */
export type Ran = { resolved: ResolvedQuery; evaluated: Evaluated };

/** Of so many of the best stories the words are compared in place. */
const COMPARED = 50;

/** Runs a query. While it is being typed, nearness waits: the next letter changes it anyway. */
export async function runQuery(archive: Archive, text: string, typing: boolean): Promise<Ran> {
  const { clauses, notices } = parseQuery(text, typing);
  if (clauses.length === 0) {
    const empty = { clauses: [], notices: [...notices, { code: "nothingToFind" as const }], corrected: [] };
    const scores = new Float32Array(archive.manifest.stories);
    const lists = { exact: true, isWhole: () => true, visit: () => undefined };
    return { resolved: empty, evaluated: { scores, exact: true, relaxed: false, lists, notices: [] } };
  }
  const resolved = await resolve(archive, { clauses: withSynonyms(clauses, await archive.synonyms()), notices });
  const evaluated = await evaluate(archive, resolved.clauses);
  preferNew(evaluated.scores, archive.manifest);
  if (typing) return { resolved, evaluated };
  const { scores, lists } = evaluated;
  for (const [story, factor] of await nearness(archive, lists, resolved.clauses, best(scores, COMPARED))) {
    scores[story] = (scores[story] ?? 0) * factor;
  }
  return { resolved, evaluated };
}
