import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { Problem } from "../draft/problem.ts";
import type { DiskTables } from "../state/DiskTables.ts";
import { parseJson } from "../text/parseJson.ts";
import type { ContentWriter } from "./contentWriter.ts";

/** An article or picture that an import wrote: its file in the content folder, and a digest of what it wrote there. */
export type ImportedFile = { file: string; digest: string };

/** What another archive's item with the same id became. */
export type FileElsewhere = ImportedFile & { archive: string };

/** What imports have written into a content folder, so that a later one can tell the changes of editors from those of the archive. */
export type ImportedFiles = {
  /** What an earlier import wrote for an item of this archive. */
  before: (id: string) => ImportedFile | undefined;
  /** What earlier imports of other archives wrote for items with this id, if none of this archive had one. */
  elsewhere: (id: string) => FileElsewhere[];
  /** The archive from which another import wrote what a file has now, for an item with this id. */
  writerOf: (id: string, now: ImportedFile) => string | undefined;
  /** Whether this is another export of the archives that had an item with this id: most of the stories of both are the same. */
  isOfAnotherExport: (id: string) => boolean;
  /** Records what this import has read; without a file, that it has the item at all. */
  note: (id: string, now?: ImportedFile) => void;
  /** The files of items that earlier imports of this archive had, and that it no longer has. */
  gone: () => Iterable<string>;
  save: (writer: ContentWriter) => void;
};

const NAME = "imported.json";
const EntriesSchema = v.array(v.strictObject({ key: v.string(), file: v.string(), digest: v.string(), archive: v.string() }));
type Entry = v.InferOutput<typeof EntriesSchema>[number];

/**
 * @param recorded what the content folder records
 * @param archive where the archive is, the same in each run
 * @param replaced where the archive was of which this one is a newer export: its items are this one's
 */
export function importedFiles(
  content: string,
  recorded: Entry[],
  { archive, replaced }: { archive: string; replaced: string | undefined },
  tables: DiskTables,
): ImportedFiles {
  const known = tables.table("imported");
  const read = tables.table("read");
  const others = tables.table("others");
  const keyOf = (id: string) => (isUnique(id) ? id : `${archive} ${id}`);
  const put = (key: string, entry: Omit<Entry, "key">) => known.set(key, JSON.stringify(entry));
  /** How many more stories of another archive are the same here than differ. */
  const alike = new Map<string, number>();
  const otherwise = (id: string): FileElsewhere[] => JSON.parse(others.get(id) ?? "[]");
  for (const { key, ...entry } of recorded) {
    const id = key.startsWith(`${entry.archive} `) ? key.slice(entry.archive.length + 1) : key;
    if (entry.archive === replaced) {
      if (!known.has(keyOf(id))) put(keyOf(id), { ...entry, archive });
      continue;
    }
    put(key, entry);
    if (entry.archive !== archive && id !== key) others.set(id, JSON.stringify([...otherwise(id), entry]));
  }
  return {
    before: (id) => entryOf(known.get(keyOf(id))),
    elsewhere: (id) => (known.has(keyOf(id)) ? [] : otherwise(id)),
    writerOf: (id, { file, digest }) => otherwise(id).find((other) => other.file === file && other.digest === digest)?.archive,
    isOfAnotherExport: (id) => otherwise(id).length > 0 && otherwise(id).every((other) => (alike.get(other.archive) ?? 0) > 0),
    note: (id, now) => {
      read.set(keyOf(id), "");
      if (!now) return;
      for (const other of otherwise(id)) alike.set(other.archive, (alike.get(other.archive) ?? 0) + (other.digest === now.digest ? 1 : -1));
      put(keyOf(id), { ...now, archive });
    },
    *gone() {
      for (const [key, json] of known.entries()) {
        const entry = entryOf(json);
        if (entry?.archive === archive && entry.file.endsWith(".json") && !read.has(key) && existsSync(join(content, entry.file)))
          yield entry.file;
      }
    },
    save: (writer) => writer.rememberAll(NAME, allIn(known.entries())),
  };
}

/** Whether no other archive can have the same id: an address, a URN, a tag URI or a long key. A number or path may occur twice. */
export const isUnique = (id: string): boolean => /^(?:https?:\/\/|urn:|tag:)|^[^\s/]{20,}$/iu.test(id);

function* allIn(entries: Iterable<[key: string, json: string]>): Generator<Entry> {
  for (const [key, json] of entries) {
    const entry = entryOf(json);
    if (entry) yield { key, ...entry };
  }
}

function entryOf(json: string | undefined): Omit<Entry, "key"> | undefined {
  if (json === undefined) return undefined;
  const entry: Omit<Entry, "key"> = JSON.parse(json);
  return entry;
}

/**
 * What earlier imports have written into a content folder. A record that cannot be read must not count as none: an import would then
 * bring back what editors have deleted.
 */
export function recordedFiles(content: string): Entry[] | Problem {
  const path = join(content, ".import", NAME);
  if (!existsSync(path)) return [];
  const parsed = parseJson(readFileSync(path, "utf8"));
  const entries = v.safeParse(EntriesSchema, "value" in parsed ? parsed.value : undefined);
  if (entries.success) return entries.output;
  return {
    severity: "error",
    file: `.import/${NAME}`,
    message: "The record of earlier imports cannot be read, so an import could not tell what editors have changed and deleted.",
    remedy:
      "Restore it from Git. If you delete it instead, imports bring deleted stories back, and take every article that differs for edited.",
  };
}
