import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Manifest } from "../format/manifest.ts";
import { Catalogue } from "./catalogue.ts";
import type { Document, IndexSettings } from "./document.ts";
import { IndexPart } from "./indexPart.ts";
import { Documents } from "./patchDocuments.ts";
import type { Shards } from "./shards.ts";
import { firstOfLatest, limitsOfLatest, limitsOfOlder } from "./thresholds.ts";

/** Called with each document in turn. */
type OnDocument = (document: Document) => void;

/**
 * Builds the whole index: a part of the older documents and one of the latest.
 * @param documents oldest first
 */
export function buildAll(documents: Iterable<Document>, settings: IndexSettings, shards: Shards, onDocument: OnDocument): Manifest {
  return withTemporaryFolder((folder) => {
    const catalogue = new Catalogue(settings);
    const kept = new Documents(shards);
    const older = new IndexPart(settings, folder);
    let latest: Document[] = [];
    for (const document of documents) {
      catalogue.add(document);
      latest.push(document);
      const from = firstOfLatest(catalogue.count);
      if (from === catalogue.count) {
        for (const [at, each] of latest.entries()) older.add(from - latest.length + at, each);
        latest = [];
      }
      kept.add(document.stored);
      onDocument(document);
    }
    const limits = limitsOfOlder(catalogue.count);
    const root = older.write(shards, limits).finish();
    const ofLatest = latestPart(latest, catalogue.count, settings, shards, folder);
    return catalogue.manifest(shards, limits, { documents: kept.finish(), root, latest: ofLatest });
  });
}

/**
 * Builds the part of the latest documents, which is too small to be worth updating.
 * @param count how many documents the archive has
 * @param folder a temporary folder
 */
export function latestPart(
  latest: readonly Document[],
  count: number,
  settings: IndexSettings,
  shards: Shards,
  folder: string,
): Manifest["latest"] {
  const limits = limitsOfLatest(count);
  const part = new IndexPart(settings, folder);
  for (const [at, document] of latest.entries()) part.add(limits.from + at, document);
  const leaves = part.write(shards, limits).leaves();
  return { from: limits.from, leaves: leaves.map(({ first, name }) => [first, name]) };
}

/** Calls a function with a temporary folder, and removes it. */
export function withTemporaryFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "static-search-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
