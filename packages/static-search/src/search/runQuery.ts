import type { Manifest } from "../format/manifest.ts";
import { parseQuery } from "../query/parseQuery.ts";
import { withSynonyms } from "../query/synonyms.ts";
import type { Archive } from "./archive.ts";
import { best } from "./best.ts";
import { type Evaluated, evaluate } from "./evaluate.ts";
import { nearness } from "./nearness.ts";
import { resolve } from "./resolve.ts";
import type { ResolvedQuery } from "./resolved.ts";
import type { Scores } from "./scores.ts";

/** What a query found, before it is filtered, sorted and split into pages. */
export type Ran = { resolved: ResolvedQuery; evaluated: Evaluated };

/** For how many of the best documents the positions of words are compared. */
const COMPARED = 50;

/** Runs a query. While it is being typed, nearness is skipped: the next letter changes it anyway. */
export async function runQuery(archive: Archive, text: string, typing: boolean): Promise<Ran> {
  const { clauses, notices } = parseQuery(text, archive.schema, typing);
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
  for (const [doc, factor] of await nearness(archive, lists, resolved.clauses, best(scores, COMPARED))) {
    scores[doc] = (scores[doc] ?? 0) * factor;
  }
  return { resolved, evaluated };
}

/** How much more a new document counts than an old one. */
const MOST = 0.12;
/** The number of years after which half of that is gone. */
const HALF_LIFE = 2;

/** A mild preference for new documents. A document's age is estimated from its position among those of its year. */
function preferNew(scores: Scores, { years, stories }: Manifest): void {
  const newest = Number(years.at(-1)?.[0] ?? 0) + 1;
  for (const [i, [year, from]] of years.entries()) {
    const until = years[i + 1]?.[1] ?? stories;
    for (let doc = from; doc < until; doc += 1) {
      if (!scores[doc]) continue;
      const age = newest - Number(year) - (doc - from) / (until - from);
      scores[doc] = (scores[doc] ?? 0) * (1 + MOST * 2 ** (-age / HALF_LIFE));
    }
  }
}
