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

/** What a build before left. The files come out the same with it and without. */
export type Previous = {
  /** A folder that keeps what the next build must know to change only parts of the index; without it all is built anew each time. */
  state?: string | undefined;
  /** Where its index lies, if not in the folder of this one: then only what differs is written, and nothing is removed. */
  index?: string;
  /** Gives a document as it was, if that is known by this digest. */
  document?: DocumentBefore;
};

/** `changed`: how many documents were looked at anew. `whole`: the index was built from nothing. */
export type IndexStats = { documents: number; changed: number; whole: boolean; bytes: number };

/** `files`: every file of the index, by name. */
export type BuiltIndex = { files: string[]; stats: IndexStats };

/** Changes when a document gives other words or impacts than before, so that no index mixes two rules. */
const RULES = 1;

/** If more documents than this share differ, or more than this number, everything is built again: it is quicker. */
const MOST_SHARE = 0.1;
const MOST_CHANGED = 2000;

/**
 * Builds the full-text index of an archive.
 * @param documents oldest first, those of one moment always in the same order;
 * gone through again when an index that is there cannot be brought up to date
 * @param folder of the index; files of the index before that are not needed any more are removed
 * @throws an error for documents that are not in order, and for a schema with facets that cannot be
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
    // Someone tidied up in the folder, or a file of it is damaged.
    if (isMissing(error) || error instanceof BrokenShardError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Changed documents beside what they were. Undefined when it is not known what the index has of one. */
function changedDocuments(
  { changed }: Changes,
  before: readonly DocumentMark[],
  documentBefore: DocumentBefore,
): ChangedDocument[] | undefined {
  const documents: ChangedDocument[] = [];
  for (const [doc, document] of changed) {
    const mark = before[doc];
    const was = mark && documentBefore(mark.id, mark.digest);
    if (mark && !was) return undefined;
    documents.push({ doc, document, before: was });
  }
  return documents;
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

function rulesOf({ schema, language, timeZone = "UTC", fields = FIELDS }: IndexSettings, documents: number): string {
  // A function cannot be compared: what it makes of a name can.
  const slug = slugOf(schema, "Æ Straße 1’s & B_c");
  return JSON.stringify([FORMAT, RULES, language, timeZone, fields, facetNames(schema), schema.listed, slug, thresholds(documents)]);
}
