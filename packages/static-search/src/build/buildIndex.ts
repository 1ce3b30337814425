import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BrokenShardError, FORMAT, MANIFEST } from "../format/files.ts";
import { type Manifest, readManifest } from "../format/manifest.ts";
import { checkSchema, facetNames, slugOf } from "../schema.ts";
import { buildAll } from "./buildAll.ts";
import { type Changes, changesSince, markOf } from "./changes.ts";
import { type Document, FIELDS, type IndexSettings } from "./document.ts";
import { patchAll } from "./patchAll.ts";
import { Shards } from "./shards.ts";
import { type DocumentMark, type SavedState, State } from "./state.ts";
import { thresholds } from "./thresholds.ts";
import type { ChangedDocument } from "./valueSets.ts";

type DocumentBefore = (id: string, digest: string) => Document | undefined;

/** What the previous build left. The files are the same with it and without. */
export type Previous = {
  /** A folder for the state that lets the next build change only parts of the index; without it each build is a full one. */
  state?: string | undefined;
  /** The folder of the previous index, if it is another: only files that differ are then written, and nothing is removed. */
  index?: string;
  /** Returns a document as it was, if one with this digest is known. */
  document?: DocumentBefore;
};

/** `changed`: how many documents were indexed again. `whole`: whether it was a full build. */
export type IndexStats = { documents: number; changed: number; whole: boolean; bytes: number };

/** `files`: the names of all files of the index. */
export type BuiltIndex = { files: string[]; stats: IndexStats };

/** The version of the rules by which documents yield words and impacts, so that no index mixes two of them. */
const RULES = 4;

/** If more documents than this share or this number differ, a full build is quicker. */
const MOST_SHARE = 0.1;
const MOST_CHANGED = 2000;

/**
 * Builds the full-text index of an archive.
 * @param documents oldest first, those of one moment always in the same order;
 * iterated again if the existing index cannot be updated
 * @param folder the folder of the index; files that the index no longer needs are removed
 * @throws an error for documents that are not in order, and for a schema with invalid facets
 */
export function buildIndex(
  documents: Iterable<Document>,
  settings: IndexSettings,
  folder: string,
  { state: stateFolder, index: before = folder, document: documentBefore = () => undefined }: Previous = {},
): BuiltIndex {
  checkSchema(settings.schema);
  const folders = { out: folder, before };
  const state = stateFolder === undefined ? undefined : new State(stateFolder);
  const saved = state?.read();
  const { shards, manifest, marks, changed, whole } =
    (saved && update(documents, settings, folders, saved, documentBefore)) ?? build(documents, settings, folders, state !== undefined);
  shards.writePlain(MANIFEST, JSON.stringify(manifest));
  state?.write({ rules: rulesOf(settings, marks.length), documents: marks, uses: [...shards.uses] });
  if (before === folder) shards.remove((saved?.uses ?? []).map(([name]) => name));
  const bytes = [...shards.uses.values()].reduce((sum, use) => sum + use.bytes, 0);
  return { files: [...shards.uses.keys()].toSorted(), stats: { documents: manifest.stories, changed, whole, bytes } };
}

type Built = { shards: Shards; manifest: Manifest; marks: DocumentMark[]; changed: number; whole: boolean };

type Folders = { out: string; before: string };

function build(documents: Iterable<Document>, settings: IndexSettings, folders: Folders, isMarked: boolean): Built {
  const shards = new Shards(folders.out, [], folders.before);
  const marks: DocumentMark[] = [];
  const manifest = buildAll(documents, settings, shards, (document) => {
    if (isMarked) marks.push(markOf(document));
  });
  return { shards, manifest, marks, changed: manifest.stories, whole: true };
}

function update(
  documents: Iterable<Document>,
  settings: IndexSettings,
  folders: Folders,
  saved: SavedState,
  documentBefore: DocumentBefore,
): Built | undefined {
  const path = join(folders.before, MANIFEST);
  if (!existsSync(path)) return undefined;
  const most = Math.min(MOST_CHANGED, Math.ceil(saved.documents.length * MOST_SHARE));
  const changes = changesSince(saved.documents, documents, settings, most);
  if (!changes || saved.rules !== rulesOf(settings, changes.marks.length)) return undefined;
  const shards = new Shards(folders.out, saved.uses, folders.before);
  try {
    const before = readManifest(readFileSync(path, "utf8"));
    const changed = before && changedDocuments(changes, saved.documents, documentBefore);
    const manifest = changed && patchAll(settings, shards, before, changes, changed, documents);
    return manifest && { shards, manifest, marks: changes.marks, changed: changes.changed.size, whole: false };
  } catch (error) {
    // A file of the index was deleted or is damaged.
    if (isMissing(error) || error instanceof BrokenShardError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Changed documents with their former versions. Undefined if the former version of one is not known. */
function changedDocuments(
  { changed }: Changes,
  before: readonly DocumentMark[],
  documentBefore: DocumentBefore,
): ChangedDocument[] | undefined {
  const documents: ChangedDocument[] = [];
  for (const [doc, document] of changed) {
    const mark = before[doc];
    const former = mark && documentBefore(mark.id, mark.digest);
    if (mark && !former) return undefined;
    documents.push({ doc, document, before: former });
  }
  return documents;
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

function rulesOf({ schema, language, timeZone = "UTC", fields = FIELDS }: IndexSettings, documents: number): string {
  // A function cannot be compared, but its result for a name can.
  const slug = slugOf(schema, "Æ Straße 1’s & B_c");
  return JSON.stringify([FORMAT, RULES, language, timeZone, fields, facetNames(schema), schema.listed, slug, thresholds(documents)]);
}
