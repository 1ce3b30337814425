import { parse } from "#content/parse.ts";
import { type Manifest, MANIFEST, ManifestSchema } from "#content/search/manifest.ts";
import { type Synonyms, SynonymsSchema } from "#content/search/synonyms.ts";
import { type IndexTree, indexTree } from "./indexTree.ts";
import type { FetchShard } from "./openShard.ts";
import { type ShardStore, storeUntil } from "./shardStore.ts";
import { type Stems, stemsOf } from "./stems.ts";

/** One version of the index, as its manifest describes it. */
export type Archive = { manifest: Manifest; tree: IndexTree; store: ShardStore; stems: Stems; synonyms: () => Promise<Synonyms> };

/** Loads the manifest. The shards that it names never change, so one store serves all versions. */
export async function openArchive(fetchShard: FetchShard, store: ShardStore): Promise<Archive> {
  const text = new TextDecoder().decode(await fetchShard(MANIFEST));
  const manifest = parse(ManifestSchema, JSON.parse(text), "list of the search index");
  return archiveOver(manifest, store, stemsOf(manifest));
}

/** The same archive for one query, which may be given up. */
export function archiveUntil({ manifest, store, stems }: Archive, signal: AbortSignal | undefined): Archive {
  return archiveOver(manifest, signal ? storeUntil(store, signal) : store, stems);
}

function archiveOver(manifest: Manifest, store: ShardStore, stems: Stems): Archive {
  const root = manifest.root.map(([first, name]) => ({ first, name }));
  return {
    manifest,
    store,
    stems,
    tree: indexTree(store, root),
    synonyms: async () =>
      manifest.synonyms === undefined ? [] : parse(SynonymsSchema, await store.json.get(manifest.synonyms), "synonyms"),
  };
}
