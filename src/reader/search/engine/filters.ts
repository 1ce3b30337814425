import { subjectKey } from "#content/search/keys.ts";
import type { FacetKind, Filters } from "#content/search/results.ts";
import { decodeSetEntry, type SetEntry } from "#content/search/setEntry.ts";
import type { SubjectKind } from "#content/teaser.ts";
import type { Archive } from "./archive.ts";
import { storiesOfYear } from "./days.ts";
import { loadLists } from "./lists.ts";
import { type Scores, setScores } from "./scores.ts";
import { FACETS } from "./tally.ts";

/** For each kind that is filtered by, the stories that pass. */
export type Passing = Map<FacetKind, Scores>;

/** Loads the stories that the chosen values let pass. */
export async function passing(archive: Archive, filters: Filters): Promise<Passing> {
  const kinds = FACETS.filter((kind) => (filters[kind] ?? []).length > 0);
  return new Map(
    await Promise.all(kinds.map(async (kind): Promise<[FacetKind, Scores]> => [kind, await pass(archive, kind, filters[kind] ?? [])])),
  );
}

async function pass(archive: Archive, kind: FacetKind, values: readonly string[]): Promise<Scores> {
  const { stories } = archive.manifest;
  if (kind !== "year") {
    const sets = (await Promise.all(values.map((slug) => subjectSet(archive, kind, slug)))).filter((set) => set !== undefined);
    return setScores(sets, { stories, lists: await loadLists(archive.store, sets, Infinity) });
  }
  const scores: Scores = new Float32Array(stories);
  for (const { from, until } of values.map((year) => storiesOfYear(archive, year))) scores.fill(1, from, until);
  return scores;
}

/** The set of the subject with a slug. */
export async function subjectSet({ tree }: Archive, kind: SubjectKind, slug: string): Promise<SetEntry | undefined> {
  const payload = await tree.find(subjectKey(kind, slug));
  return payload && decodeSetEntry(payload);
}

/** The scores of stories that pass all kinds, or all but one. */
export function filtered(scores: Scores, passes: Passing, but?: FacetKind): Scores {
  const used = [...passes].filter(([kind]) => kind !== but).map(([, pass]) => pass);
  return used.length === 0 ? scores : scores.map((score, i) => (used.every((pass) => pass[i]) ? score : 0));
}
