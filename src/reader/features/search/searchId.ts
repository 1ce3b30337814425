import { facetKinds, searchAddress, type SearchState } from "./searchAddress.ts";

/** What makes a search the one it is: not how it is sorted, nor which page of it is shown. */
export type Followed = Pick<SearchState, "query" | "filters">;

/** The address of a search, the same in whatever order its filters were set. */
export function addressOf({ query, filters }: Followed): string {
  const sorted = Object.fromEntries(facetKinds.map((kind) => [kind, filters[kind]?.toSorted()]));
  return searchAddress({ query, filters: sorted, sort: "relevance", page: 1 });
}

/** What a library calls a search, the same on every device: a digest of its address (FNV-1a, 64 bits). */
export function searchId(search: Followed): string {
  const bytes = new TextEncoder().encode(addressOf(search));
  return bytes.reduce((hash, byte) => BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n), 0xcbf29ce484222325n).toString(16);
}

/** How a saved search is called where it is listed: its words and what they are narrowed by. */
export const nameOf = ({ query, filters }: Followed): string => [query, ...facetKinds.flatMap((kind) => filters[kind] ?? [])].join(" · ");
