import { existsSync } from "node:fs";
import { join } from "node:path";
import { slug } from "#content/slug.ts";
import type { Report } from "../../draft/problem.ts";
import { meaningOf } from "../../draft/release/releaseFields.ts";
import { type Collection, CollectionSchema, type CollectionSettings } from "../../settings/collectionSettings.ts";
import { type LastGood, reportReplaced } from "../../settings/lastGood.ts";
import { readBy } from "../../settings/readSettings.ts";
import { collectionsIn, settingsFiles } from "../../settings/settingsFile.ts";
import { FIELD_NAMES } from "../markdown/fieldNames.ts";

/**
 * Reads the file `collection.json` of each folder in `collections/`. A folder that never had one holds stories like any other.
 * With `good`, the last version of a file without a fault is read instead of one with a fault, and of one that is missing.
 * @param ownerOf names what an address belongs to, if no page of the paper can have it
 */
export async function readCollections(content: string, ownerOf: OwnerOf, report: Report, good?: LastGood): Promise<Collection[]> {
  const there = collectionsIn(content);
  // Those of the last build come first: what was published keeps its address, whatever a new folder is called.
  const known = good ? collectionsIn(good.folder).filter((file) => there.includes(file) || existsSync(join(content, folderOf(file)))) : [];
  const collections: Collection[] = [];
  const ownerIn = (path: string): string | undefined =>
    collections.find((other) => "settings" in other && other.settings.path === path)?.folder ?? ownerOf(path);
  for (const file of new Set([...known, ...there])) {
    const folder = folderOf(file);
    const read = there.includes(file) ? await readBy(CollectionSchema, content, file, { good }) : await lastOf(file, report, good);
    if ("problems" in read) {
      for (const problem of read.problems) report({ ...problem, severity: "error", remedy: NOT_PUBLISHED });
      collections.push({ folder, fault: `${file} has a fault.` });
      continue;
    }
    const settings = { ...read.value, path: pathOf(read.value, folder) };
    const fault = faultOf(settings, ownerIn);
    if (!fault) {
      collections.push({ folder, settings });
      continue;
    }
    const last = good && (await lastSound(file, ownerIn, good));
    if (last) reportReplaced(good, [{ severity: "error", file, ...fault }]);
    else report({ severity: "error", file, ...fault });
    collections.push(last ? { folder, settings: last } : { folder, fault: fault.message });
  }
  return collections.toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
}

const pathOf = ({ path }: { path?: string | undefined }, folder: string): string =>
  path ?? (slug(folder.slice(folder.indexOf("/") + 1)) || "collection");

/** The last version of a file whose present version cannot be used; undefined if that cannot be used either. */
async function lastSound(file: string, ownerIn: OwnerOf, good: LastGood): Promise<CollectionSettings | undefined> {
  good.faulty.add(file);
  if (settingsFiles(good.folder, file).length === 0) return undefined;
  const read = await readBy(CollectionSchema, good.folder, file);
  if ("problems" in read) return undefined;
  const settings = { ...read.value, path: pathOf(read.value, folderOf(file)) };
  return faultOf(settings, ownerIn) ? undefined : settings;
}

type OwnerOf = (path: string) => string | undefined;

const NOT_PUBLISHED = "Correct it; until then no new item of this collection is published, and what was published stays.";

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf("/"));

/** What was read of a file that is gone. Its items must not become stories because of that. */
function lastOf(file: string, report: Report, good: LastGood | undefined) {
  good?.faulty.add(file);
  report({
    severity: "error",
    file,
    message: "The file is missing, and the folder’s items are not stories; its last version is used.",
    remedy: "Put it back; or move the items to another folder, if they are to be stories.",
  });
  return readBy(CollectionSchema, good?.folder ?? "", file);
}

const OF_STORIES = new Set(Object.values(FIELD_NAMES).flatMap((names) => names.map((name) => name.toLowerCase())));

/** Why a collection cannot be used although its file is sound. */
function faultOf(
  { path, properties }: CollectionSettings,
  ownerIn: OwnerOf,
): { place: string; message: string; remedy: string } | undefined {
  const owner = ownerIn(path);
  if (owner !== undefined)
    return {
      place: "path",
      message: `The address /${path} belongs to ${owner}.`,
      remedy: 'Give the collection another, such as "path": "whats-on".',
    };
  const taken = Object.keys(properties).find((name) => meaningOf(name) !== undefined || OF_STORIES.has(name.toLowerCase()));
  if (taken === undefined) return undefined;
  const what = meaningOf(taken) === undefined ? "every story and item may have" : "says when readers may see an item";
  return {
    place: `properties.${taken}`,
    message: `“${taken}” is the name of a field that ${what}, so no property can have it.`,
    remedy: "Choose another name, such as venue for a place or start for a date.",
  };
}
