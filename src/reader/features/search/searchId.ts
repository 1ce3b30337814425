import { FACET_KINDS } from "#content/search.ts";
import { searchAddress, type SearchState } from "./searchAddress.ts";

/** What identifies a search: not its order, nor the page shown. */
export type SearchIdentity = Pick<SearchState, "query" | "filters">;

/** The address of a search, the same whatever the order in which its filters were set. */
export function addressOf({ query, filters }: SearchIdentity): string {
  const sorted = Object.fromEntries(FACET_KINDS.map((kind) => [kind, filters[kind]?.toSorted()]));
  return searchAddress({ query, filters: sorted, sort: "relevance", page: 1 });
}

/** The id of a search in a library, the same on every device: a digest of its address (FNV-1a, 64 bits). */
export function searchId(search: SearchIdentity): string {
  const bytes = new TextEncoder().encode(addressOf(search));
  return bytes.reduce((hash, byte) => BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n), 0xcbf29ce484222325n).toString(16);
}

/** The name of a saved search in lists: its words and its filters. */
export const nameOf = ({ query, filters }: SearchIdentity): string =>
  [query, ...FACET_KINDS.flatMap((kind) => filters[kind] ?? [])].join(" · ");
