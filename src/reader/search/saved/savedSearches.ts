import * as v from "valibot";
import { deviceStore } from "../kept/deviceStore.ts";
import { facetKinds, searchAddress, type SearchState } from "../searchAddress.ts";

const values = v.optional(v.array(v.string()));

const SavedSearchSchema = v.object({
  query: v.string(),
  filters: v.object({ section: values, topic: values, place: values, author: values, year: values }),
  /** The date of the newest story that the reader has seen of it; "" where it had none yet. */
  since: v.string(),
});

/** A search that this reader follows. */
export type SavedSearch = v.InferOutput<typeof SavedSearchSchema>;

/** What makes a search the one it is: not how it is sorted, nor which page of it is shown. */
export type Followed = Pick<SearchState, "query" | "filters">;

const store = deviceStore("broadsheet-saved-searches", SavedSearchSchema);

/** The saved searches of this reader, the last one first. */
export const useSavedSearches = store.use;

/** @param since the date of the newest story that it has now */
export function saveSearch({ query, filters }: Followed, since: string): void {
  const kept = Object.fromEntries(facetKinds.flatMap((kind) => (filters[kind]?.length ? [[kind, [...filters[kind]]]] : [])));
  store.change((before) => [{ query, filters: kept, since }, ...before.filter(isOther({ query, filters }))]);
}

export function removeSearch(search: Followed): void {
  store.change((before) => before.filter(isOther(search)));
}

/** Notes that the reader has seen a saved search up to its newest story. Nothing happens for one that is not saved. */
export function seenSearch(search: Followed, since: string): void {
  const isOne = (saved: SavedSearch) => !isOther(search)(saved) && since !== saved.since;
  if (store.read().some(isOne)) store.change((before) => before.map((saved) => (isOne(saved) ? { ...saved, since } : saved)));
}

/** Where a saved search is shown: also its name among others. */
export const addressOf = ({ query, filters }: Followed): string =>
  searchAddress({ query, filters: sorted(filters), sort: "relevance", page: 1 });

export const isSaved = (all: readonly SavedSearch[], search: Followed): boolean => !all.every(isOther(search));

const isOther = (search: Followed) => (saved: SavedSearch) => addressOf(saved) !== addressOf(search);

function sorted(filters: Followed["filters"]): Followed["filters"] {
  return Object.fromEntries(facetKinds.map((kind) => [kind, filters[kind]?.toSorted()]));
}
