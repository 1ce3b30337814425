import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isRecord } from "../text/jsonRecord.ts";
import { milliseconds } from "#content/instant.ts";
import { digest } from "../state/digest.ts";
import type { ContentWriter } from "./contentWriter.ts";
import { articleAt, isEditorial, OF_THE_ARCHIVE, withEditorsRelease, type WithRelease, withFields } from "./editorsRelease.ts";
import type { ImportedFile, ImportedFiles } from "./importedFiles.ts";

/**
 * An article that was imported before, compared with what its archive has now. `isEdited`: an editor has changed it since, so that its
 * file stays, or it is as `from`, another archive, has it. `differences`: the archive has changed it too; its version is then in
 * `beside`, relative to the content folder.
 */
export type Merged = WithRelease & { isEdited?: true; from?: string | undefined; beside?: string; differences?: string };

/** Keeps what editors have changed and deleted since an import. */
export type EditedArticles = {
  merge: (made: string, id: string, path: string) => Merged;
  /** Whether an editor has deleted the article of an item that was imported before. */
  isDeleted: (id: string, path: string) => boolean;
  /** Whether an editor has changed, kept back or deleted an article from another archive, unless the one at a path is merged with it. */
  isDecided: (other: ImportedFile, id: string, path: string) => boolean;
};

type Around = {
  content: string;
  files: ImportedFiles;
  writer: ContentWriter;
  timeZone: () => string;
  /** The files whose edits are discarded, or "all". */
  discard: readonly string[];
};

/** The folder for the archive's versions of edited articles; no build reads it. */
const BESIDE = ".import/theirs";

export function editedArticles({ content, files, writer, timeZone, discard }: Around): EditedArticles {
  const isDiscarded = (path: string) => discard.includes("all") || discard.includes(path);
  return {
    merge: (made, id, path) => {
      const disk = join(content, path);
      const beside = `${BESIDE}/${path}`;
      const theirs = record(made);
      const now = digestOf(theirs);
      const before = files.before(id);
      files.note(id, { file: path, digest: now });
      const ours = articleAt(disk);
      const mine = ours === undefined ? undefined : digestOf(ours);
      const isOurs = existsSync(disk) && mine !== now && mine !== before?.digest && !isDiscarded(path);
      if (!isOurs) {
        writer.remove(beside);
        return withEditorsRelease(made, disk, timeZone());
      }
      const from = mine === undefined ? undefined : files.writerOf(id, { file: path, digest: mine });
      const kept = ours === undefined ? { json: readFileSync(disk, "utf8") } : keptEdits(ours, theirs, disk, timeZone());
      if (now === before?.digest && !existsSync(join(content, beside))) return { ...kept, isEdited: true, from };
      writer.write(beside, made);
      return { ...kept, isEdited: true, from, beside, differences: differencesOf(ours ?? {}, theirs) };
    },
    isDeleted: (id, path) => {
      const before = files.before(id);
      const isGone = before !== undefined && !existsSync(join(content, path)) && !isDiscarded(before.file);
      if (isGone) files.note(id, before);
      return isGone;
    },
    isDecided: (other, id, path) => {
      // At the same file, both are merged.
      if (isDiscarded(path) || isDiscarded(other.file) || articleAt(join(content, path))?.["id"] === id) return false;
      const article = articleAt(join(content, other.file));
      const isAsImported = article?.["id"] === id && digestOf(article) === other.digest;
      return !isAsImported || Object.keys(article).some((name) => !isEditorial(name) && !OF_THE_ARCHIVE.has(name));
    },
  };
}

/** The edited article, with what its archive says about its release: it has the last word about an embargo. */
function keptEdits(ours: Record<string, unknown>, theirs: Record<string, unknown>, disk: string, timeZone: string): WithRelease {
  const own = Object.entries(ours).filter(([name]) => isEditorial(name));
  const release = Object.entries(theirs).filter(([name]) => !isEditorial(name));
  const date = theirs["datePublished"];
  const isAhead = typeof date === "string" && milliseconds(date) > Date.now() && !("publishDate" in theirs);
  const made = withFields(Object.fromEntries([...own, ...release, ...(isAhead ? [["publishDate", date]] : [])]), []);
  const whole = withEditorsRelease(made, disk, timeZone);
  return sorted(record(whole.json)) === sorted(ours) ? { ...whole, json: readFileSync(disk, "utf8") } : whole;
}

/** Identifies what an article says: its fields in any order, without those about its release, which are merged by themselves. */
const digestOf = (article: Record<string, unknown>): string =>
  digest(sorted(Object.fromEntries(Object.entries(article).filter(([name]) => isEditorial(name)))));

const sorted = (article: Record<string, unknown>): string =>
  JSON.stringify(Object.entries(article).toSorted(([a], [b]) => (a < b ? -1 : 1)));

function record(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json);
  return isRecord(value) ? value : {};
}

/** The fields that differ, short texts with both values. */
function differencesOf(ours: Record<string, unknown>, theirs: Record<string, unknown>): string {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].filter(
    (name) => (isEditorial(name) || OF_THE_ARCHIVE.has(name)) && JSON.stringify(ours[name]) !== JSON.stringify(theirs[name]),
  );
  return names
    .map((name) => {
      const [mine, other] = [ours[name], theirs[name]];
      return isShort(mine) && isShort(other) ? `${name} (“${mine}” here, “${other}” in the archive)` : name;
    })
    .join(", ");
}

const isShort = (value: unknown): value is string => typeof value === "string" && value.length <= 80;
