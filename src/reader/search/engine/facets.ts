import { CHUNK, type SearchDocument } from "#content/search/document.ts";
import type { FacetKind, Facets, FacetValue, Filters } from "#content/search/results.ts";
import type { SetEntry } from "#content/search/setEntry.ts";
import type { SubjectKind } from "#content/teaser.ts";
import type { Archive } from "./archive.ts";
import { documents } from "./documents.ts";
import { filtered, type Passing, subjectSet } from "./filters.ts";
import { loadLists } from "./lists.ts";
import { count, type Scores, setScores } from "./scores.ts";
import { SUBJECTS, tally } from "./tally.ts";

/** Up to so many files of stories are read to count in them. More, and sets are counted instead. */
const MOST_CHUNKS = 24;

/** So many values of a kind are counted by their sets: each costs a lookup. */
const MOST_COUNTED = { topic: 4, place: 4, author: 3 };

/** What is found, and what stands at the top of it. */
export type Found = { scores: Scores; passes: Passing; filters: Filters; top: readonly number[] };

/**
 * Counts what hits could be filtered by. The values of a kind are counted as if
 * that kind were not filtered, so that a reader sees what another choice would
 * give. Few stories are all looked at; of many, the subjects of the best hits
 * are counted exactly by intersecting their sets with what was found.
 */
export async function facets(archive: Archive, found: Found): Promise<Facets> {
  const years = yearValues(archive, filtered(found.scores, found.passes, "year"));
  const stories = storiesWith(found.scores);
  if (new Set(stories.map((story) => Math.floor(story / CHUNK))).size <= MOST_CHUNKS) {
    const all = await documents(archive, stories);
    const among = (kind: FacetKind): SearchDocument[] => {
      const scores = filtered(found.scores, found.passes, kind);
      return all.filter((_, i) => scores[stories[i] ?? 0]);
    };
    return { complete: true, values: { ...bySubject((kind) => tally(among(kind), kind)), year: years } };
  }
  const top = await documents(archive, found.top);
  const values = await Promise.all(SUBJECTS.map((kind) => countedSets(archive, found, kind, candidates(archive, found, kind, top))));
  return { complete: false, values: { ...bySubject((kind) => values[SUBJECTS.indexOf(kind)] ?? []), year: years } };
}

function bySubject(values: (kind: SubjectKind) => FacetValue[]): Omit<Facets["values"], "year"> {
  return { section: values("section"), topic: values("topic"), place: values("place"), author: values("author") };
}

function storiesWith(scores: Scores): number[] {
  const stories: number[] = [];
  for (let story = 0; story < scores.length; story += 1) if (scores[story]) stories.push(story);
  return stories;
}

function yearValues({ manifest }: Archive, scores: Scores): FacetValue[] {
  return manifest.years
    .map(([year, from], i) => ({
      value: year,
      name: year,
      count: count(scores.subarray(from, manifest.years[i + 1]?.[1] ?? manifest.stories)),
    }))
    .filter((value) => value.count > 0)
    .toReversed();
}

/** Slugs to count: all sections; else what is chosen, and what the best hits have most. */
function candidates({ manifest }: Archive, { filters }: Found, kind: SubjectKind, top: readonly SearchDocument[]): string[] {
  if (kind === "section") return manifest.sections.map(([{ slug }]) => slug);
  const often = tally(top, kind).slice(0, MOST_COUNTED[kind]);
  return [...new Set([...(filters[kind] ?? []), ...often.map(({ value }) => value)])];
}

async function countedSets(archive: Archive, { scores, passes }: Found, kind: SubjectKind, slugs: string[]): Promise<FacetValue[]> {
  const base = filtered(scores, passes, kind);
  const found = await Promise.all(slugs.map(async (slug) => ({ slug, set: await subjectSet(archive, kind, slug) })));
  const sets = found.flatMap(({ slug, set }): [string, SetEntry][] => (set ? [[slug, set]] : []));
  const lists = await loadLists(
    archive.store,
    sets.map(([, set]) => set),
    Infinity,
  );
  return sets
    .map(([slug, set]) => {
      const inSet = setScores([set], { stories: base.length, lists });
      return { value: slug, name: set.label, count: count(base.map((score, i) => (inSet[i] ? score : 0))) };
    })
    .filter((value) => value.count > 0)
    .toSorted((a, b) => b.count - a.count);
}
