import { MANIFEST } from "../format/files.ts";
import { type Manifest, readManifest } from "../format/manifest.ts";
import { readSynonyms, type Synonyms } from "../query/synonyms.ts";
import type { Schema } from "../schema.ts";
import { loadStem, primaryLanguage, type Stem } from "../text/stem.ts";
import { type IndexTree, indexTree } from "./indexTree.ts";
import type { FetchShard } from "./openShard.ts";
import { type ShardStore, storeUntil } from "./shardStore.ts";

/** One version of the index, as its manifest describes it. */
export type Archive = {
  schema: Schema;
  manifest: Manifest;
  tree: IndexTree;
  store: ShardStore;
  stems: Stems;
  synonyms: () => Promise<Synonyms>;
};

/** Loads the manifest. The shards that it names never change, so one store serves all versions. */
export async function openArchive(fetchShard: FetchShard, store: ShardStore, schema: Schema): Promise<Archive> {
  const manifest = readManifest(new TextDecoder().decode(await fetchShard(MANIFEST)));
  if (!manifest) throw new Error("The manifest of the search index has another format.");
  return archiveOver(schema, manifest, store, stemsOf(manifest));
}

/** The same archive for one query, which the signal may cancel. */
export function archiveUntil({ schema, manifest, store, stems }: Archive, signal: AbortSignal | undefined): Archive {
  return archiveOver(schema, manifest, signal ? storeUntil(store, signal) : store, stems);
}

function archiveOver(schema: Schema, manifest: Manifest, store: ShardStore, stems: Stems): Archive {
  return {
    schema,
    manifest,
    store,
    stems,
    tree: indexTree(store, manifest),
    synonyms: async () => (manifest.synonyms === undefined ? [] : readSynonyms(await store.json.get(manifest.synonyms))),
  };
}

/** The stemmers of an archive: of its main languages, and of its others. */
type Stems = { main: () => Promise<Stem[]>; others: () => Promise<Stem[]> };

/** Languages with a larger share of the documents than this are main languages, whose stemmers are applied to every word. */
const MAIN_SHARE = 0.15;

/** Loads stemmers when they are first needed. */
function stemsOf({ languages, language, stories }: Manifest): Stems {
  const main = new Set([primaryLanguage(language)]);
  for (const [tag, count] of languages) if (count > stories * MAIN_SHARE) main.add(primaryLanguage(tag));
  const all = new Set(languages.map(([tag]) => primaryLanguage(tag)));
  const load = async (tags: Iterable<string>): Promise<Stem[]> => {
    const stems = await Promise.all([...tags].map(loadStem));
    return stems.filter((stem) => stem !== undefined);
  };
  return { main: () => load(main), others: () => load([...all].filter((tag) => !main.has(tag))) };
}
