import { existsSync } from "node:fs";
import { join } from "node:path";
import { slug } from "#content/slug.ts";
import type { Report } from "../../draft/problem.ts";
import { meaningOf } from "../../draft/release/releaseFields.ts";
import { type Collection, CollectionSchema } from "../../settings/collectionSettings.ts";
import type { LastGood } from "../../settings/lastGood.ts";
import { readBy } from "../../settings/readSettings.ts";
import { collectionsIn, settingsFiles } from "../../settings/settingsFile.ts";
import { FIELD_NAMES } from "../markdown/fieldNames.ts";

/**
 * Reads the file `collection.json` of each folder in `collections/`. A folder that never had one holds stories like any other.
 * With `good`, the last version of a file without a fault is read instead of one with a fault, and of one that is missing.
 * @param ownerOf names what an address belongs to, if no page of the paper can have it
 */
export async function readCollections(
  content: string,
  ownerOf: (path: string) => string | undefined,
  report: Report,
  good?: LastGood,
): Promise<Collection[]> {
  const before = good ? collectionsIn(good.folder) : [];
  const lost = before.filter((file) => settingsFiles(content, file).length === 0 && existsSync(join(content, folderOf(file))));
  const collections: Collection[] = [];
  for (const file of [...new Set([...collectionsIn(content), ...lost])].toSorted()) {
    const folder = folderOf(file);
    const read = lost.includes(file) ? await lastOf(file, report, good) : await readBy(CollectionSchema, content, file, { good });
    if ("problems" in read) {
      for (const problem of read.problems) report({ ...problem, severity: "error", remedy: NOT_PUBLISHED });
      collections.push({ folder, fault: `${file} has a fault.` });
      continue;
    }
    const path = read.value.path ?? (slug(folder.slice(folder.indexOf("/") + 1)) || "collection");
    const others = collections.flatMap((other) => ("settings" in other && other.settings.path === path ? [other.folder] : []));
    const fault = faultOf(Object.keys(read.value.properties), path, others[0] ?? ownerOf(path));
    if (fault) {
      report({ severity: "error", file, ...fault });
      collections.push({ folder, fault: fault.message });
    } else collections.push({ folder, settings: { ...read.value, path } });
  }
  return collections;
}

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
  properties: string[],
  path: string,
  owner: string | undefined,
): { place: string; message: string; remedy: string } | undefined {
  if (owner !== undefined)
    return {
      place: "path",
      message: `The address /${path} belongs to ${owner}.`,
      remedy: 'Give the collection another, such as "path": "whats-on".',
    };
  const taken = properties.find((name) => meaningOf(name) !== undefined || OF_STORIES.has(name.toLowerCase()));
  if (taken === undefined) return undefined;
  const what = meaningOf(taken) === undefined ? "every story and item may have" : "says when readers may see an item";
  return {
    place: `properties.${taken}`,
    message: `“${taken}” is the name of a field that ${what}, so no property can have it.`,
    remedy: "Choose another name, such as venue for a place or start for a date.",
  };
}
