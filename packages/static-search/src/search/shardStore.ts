import { type Branch, decodePage } from "../format/branch.ts";
import { decodeLeaf, type Entry } from "../format/leaf.ts";
import { BrokenShardError } from "../format/files.ts";
import { type FetchShard, openShard } from "./openShard.ts";
import { cached, type LoadCache } from "./cached.ts";

/** The decoded files of an index, by kind. Names change with content, so cached files never go stale. */
export type ShardStore = {
  pages: LoadCache<Branch[]>;
  leaves: LoadCache<Entry[]>;
  lists: LoadCache<Uint8Array>;
  documents: LoadCache<unknown[]>;
  json: LoadCache<unknown>;
};

/** How many files of each kind are cached: a few megabytes in total. */
const MOST = { pages: 200, leaves: 400, lists: 600, documents: 300, json: 4 };

/** @param read returns the stored value of a document, from its JSON */
export function shardStore(fetchShard: FetchShard, read: (json: unknown) => unknown): ShardStore {
  const load = async (name: string, signal: AbortSignal): Promise<Uint8Array> => openShard(await fetchShard(name, signal));
  const json = async (name: string, signal: AbortSignal): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode(await load(name, signal)));
  return {
    pages: cached(MOST.pages, async (...of) => decodePage(await load(...of))),
    leaves: cached(MOST.leaves, async (...of) => decodeLeaf(await load(...of))),
    lists: cached(MOST.lists, load),
    documents: cached(MOST.documents, async (...of) => list(await json(...of)).map(read)),
    json: cached(MOST.json, json),
  };
}

/** The same files for one query: once it is cancelled, it gets no more of them. */
export function storeUntil({ pages, leaves, lists, documents, json }: ShardStore, signal: AbortSignal): ShardStore {
  const until = <T>(kind: LoadCache<T>): LoadCache<T> => ({ ...kind, get: (name) => kind.get(name, signal) });
  return { pages: until(pages), leaves: until(leaves), lists: until(lists), documents: until(documents), json: until(json) };
}

function list(json: unknown): unknown[] {
  if (!Array.isArray(json)) throw new BrokenShardError("its documents are not a list");
  return json;
}
