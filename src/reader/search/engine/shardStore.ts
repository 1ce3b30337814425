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
  const load = async (name: string): Promise<Uint8Array> => openShard(await fetchShard(name));
  const json = async (name: string): Promise<unknown> => JSON.parse(new TextDecoder().decode(await load(name)));
  return {
    pages: remembered(MOST.pages, async (name) => decodePage(await load(name))),
    leaves: remembered(MOST.leaves, async (name) => decodeLeaf(await load(name))),
    lists: remembered(MOST.lists, load),
    documents: remembered(MOST.documents, async (name) => parse(DocumentChunkSchema, await json(name), "list of stories")),
    json: remembered(MOST.json, json),
  };
}
