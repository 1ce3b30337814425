import { type Branch, decodePage } from "#content/search/branch.ts";
import { DocumentChunkSchema, type SearchDocument } from "#content/search/document.ts";
import { decodeLeaf, type Entry } from "#content/search/leaf.ts";
import { parse } from "#content/parse.ts";
import { type FetchShard, openShard } from "./openShard.ts";
import { remembered, type Remembered } from "./remembered.ts";

/** The files of an index by what is in them, decoded once. Names change with content, so none is ever asked for again in vain. */
export type ShardStore = {
  pages: Remembered<Branch[]>;
  leaves: Remembered<Entry[]>;
  lists: Remembered<Uint8Array>;
  documents: Remembered<SearchDocument[]>;
  json: Remembered<unknown>;
};

/** How many files of each kind are remembered: some megabytes in all. */
const MOST = { pages: 200, leaves: 400, lists: 600, documents: 300, json: 4 };

export function shardStore(fetchShard: FetchShard): ShardStore {
  const load = async (name: string, signal: AbortSignal): Promise<Uint8Array> => openShard(await fetchShard(name, signal));
  const json = async (name: string, signal: AbortSignal): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode(await load(name, signal)));
  return {
    pages: remembered(MOST.pages, async (...of) => decodePage(await load(...of))),
    leaves: remembered(MOST.leaves, async (...of) => decodeLeaf(await load(...of))),
    lists: remembered(MOST.lists, load),
    documents: remembered(MOST.documents, async (...of) => parse(DocumentChunkSchema, await json(...of), "list of stories")),
    json: remembered(MOST.json, json),
  };
}

/** The same files for one query: once that is given up, it gets no more of them. */
export function storeUntil({ pages, leaves, lists, documents, json }: ShardStore, signal: AbortSignal): ShardStore {
  const until = <T>(kind: Remembered<T>): Remembered<T> => ({ ...kind, get: (name) => kind.get(name, signal) });
  return { pages: until(pages), leaves: until(leaves), lists: until(lists), documents: until(documents), json: until(json) };
}
