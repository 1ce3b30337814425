import { CHUNK } from "../format/documentChunks.ts";
import { type Facets, type FacetValue, type Filters, tally } from "../query/results.ts";
import { facetNames, type Facet } from "../schema.ts";
import type { Archive } from "./archive.ts";
import { documents } from "./documents.ts";
import type { DocumentSet } from "./documentSet.ts";
import { filtered, type Passing, valueSet } from "./filters.ts";
import { loadLists } from "./loadLists.ts";
import { count, type Scores, setScores } from "./scores.ts";

/** The maximum number of document files read for counting. With more, sets are counted instead. */
const MOST_CHUNKS = 24;

/** How many values of a facet are counted by their sets by default: each requires a lookup. */
const MOST_COUNTED = 4;

/** What a query found, and the best hits. */
export type Found = { scores: Scores; passes: Passing; filters: Filters; top: readonly number[] };

/**
 * Counts the values by which hits can be filtered. The values of a facet are
 * counted as if that facet were not filtered, so that a reader sees what another
 * choice would find. If there are few documents, all are read; otherwise the values
 * of the best hits are counted exactly, by intersecting their sets with the results.
 */
export async function facets(archive: Archive, found: Found): Promise<Facets> {
  const year = yearValues(archive, filtered(found.scores, found.passes, "year"));
  const docs = withScores(found.scores);
  const complete = new Set(docs.map((doc) => Math.floor(doc / CHUNK))).size <= MOST_CHUNKS;
  const kept = await documents(archive, complete ? docs : found.top);
  const among = (name: string): unknown[] => {
    const scores = filtered(found.scores, found.passes, name);
    return kept.filter((_, i) => scores[docs[i] ?? 0]);
  };
  const values = await Promise.all(
    facetNames(archive.schema).map(async (name): Promise<[string, FacetValue[]]> => {
      const facet = archive.schema.facets[name];
      if (!facet) return [name, []];
      if (complete) return [name, tally(among(name), facet.of)];
      return [name, await countedSets(archive, found, name, candidates(archive, found, name, facet, kept))];
    }),
  );
  return { complete, values: { ...Object.fromEntries(values), year } };
}

function withScores(scores: Scores): number[] {
  const docs: number[] = [];
  for (let doc = 0; doc < scores.length; doc += 1) if (scores[doc]) docs.push(doc);
  return docs;
}

function yearValues({ manifest }: Archive, scores: Scores): FacetValue[] {
  return manifest.years
    .map(([year, from], i) => ({
      value: year,
      name: year,
      count: count(scores.subarray(Math.max(from, manifest.apart ?? 0), manifest.years[i + 1]?.[1] ?? manifest.stories)),
    }))
    .filter((value) => value.count > 0)
    .toReversed();
}

/** The slugs to count: all of the listed facet; else those chosen as filters, and the most frequent among the best hits. */
function candidates({ manifest, schema }: Archive, { filters }: Found, name: string, facet: Facet<unknown>, top: unknown[]): string[] {
  if (name === schema.listed) return manifest.sections.map(([{ slug }]) => slug);
  const often = tally(top, facet.of).slice(0, facet.counted ?? MOST_COUNTED);
  return [...new Set([...(filters[name] ?? []), ...often.map(({ value }) => value)])];
}

async function countedSets(archive: Archive, { scores, passes }: Found, facet: string, slugs: string[]): Promise<FacetValue[]> {
  const base = filtered(scores, passes, facet);
  const found = await Promise.all(slugs.map(async (slug) => ({ slug, set: await valueSet(archive, facet, slug) })));
  const sets = found.flatMap(({ slug, set }): [string, DocumentSet][] => (set ? [[slug, set]] : []));
  const lists = await loadLists(
    archive.store,
    sets.map(([, set]) => set),
    Infinity,
  );
  return sets
    .map(([slug, set]) => {
      const inSet = setScores([set], { docs: base.length, lists });
      return { value: slug, name: set.label, count: count(base.map((score, i) => (inSet[i] ? score : 0))) };
    })
    .filter((value) => value.count > 0)
    .toSorted((a, b) => b.count - a.count);
}
