import { valueKey } from "../format/keys.ts";
import type { Filters } from "../query/results.ts";
import { facetNames } from "../schema.ts";
import type { Archive } from "./archive.ts";
import { docsOfYear } from "./days.ts";
import type { DocumentSet } from "./documentSet.ts";
import { loadLists } from "./loadLists.ts";
import { type Scores, setScores } from "./scores.ts";

/** The documents that pass the filter of each facet. */
export type Passing = Map<string, Scores>;

/** Loads the documents with the chosen values. */
export async function passing(archive: Archive, filters: Filters): Promise<Passing> {
  const facets = [...facetNames(archive.schema), "year"].filter((facet) => (filters[facet] ?? []).length > 0);
  return new Map(
    await Promise.all(facets.map(async (facet): Promise<[string, Scores]> => [facet, await pass(archive, facet, filters[facet] ?? [])])),
  );
}

async function pass(archive: Archive, facet: string, values: readonly string[]): Promise<Scores> {
  const docs = archive.manifest.stories;
  if (facet !== "year") {
    const sets = (await Promise.all(values.map((slug) => valueSet(archive, facet, slug)))).filter((set) => set !== undefined);
    return setScores(sets, { docs, lists: await loadLists(archive.store, sets, Infinity) });
  }
  const scores: Scores = new Float32Array(docs);
  for (const { from, until } of values.map((year) => docsOfYear(archive, year))) scores.fill(1, from, until);
  return scores;
}

/** The set of the value with a slug. */
export function valueSet({ tree }: Archive, facet: string, slug: string): Promise<DocumentSet | undefined> {
  return tree.set(valueKey(facet, slug));
}

/** The scores of documents that pass the filters of all facets, or of all but one. */
export function filtered(scores: Scores, passes: Passing, but?: string): Scores {
  const used = [...passes].filter(([facet]) => facet !== but).map(([, pass]) => pass);
  return used.length === 0 ? scores : scores.map((score, i) => (used.every((pass) => pass[i]) ? score : 0));
}
