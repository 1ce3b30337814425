import type { SourceExtension } from "../../reading/custom/extension.ts";
import { isRecord, type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { parseJson } from "../../text/parseJson.ts";
import type { ArchiveFile } from "../archiveFormat.ts";
import { strapiSource } from "./strapiSource.ts";

/** What `strapi export` writes: `metadata.json`, and folders with the entries, with what they refer to, and with the files. */
export const strapiExport: Omit<SourceExtension, "name"> & {
  gather: (file: ArchiveFile) => Promise<unknown>;
  owns: (path: string) => boolean;
} = {
  ...strapiSource,
  detects: ({ head }) => /^\uFEFF?\s*\{[^{]*"strapi"\s*:\s*\{\s*"version"/u.test(head),
  owns: (path) => /^(?:entities|links|schemas|configuration|assets)\//u.test(path),
  gather,
};

/** The entries as the REST API would give them, with their type, what they refer to, and the files below `assets/`. */
async function gather(file: ArchiveFile): Promise<unknown> {
  const entities = recordsOf(await rowsOf(file, "entities"));
  // Accounts are plugins' too, and are no part of a story.
  const shown = entities.filter(({ type }) => /^api::|^plugin::upload\.file$/u.test(scalarText(type)));
  const byRef = new Map(shown.map((entity) => [refOf(entity["type"], entity["id"]), { id: entity["id"], ...recordIn(entity, "data") }]));
  const related = relatedOf(await rowsOf(file, "links"), byRef);
  const withoutDrafts = typesWithoutDrafts(await rowsOf(file, "schemas"));
  const entries = shown
    .filter(({ type }) => scalarText(type).startsWith("api::"))
    .map((entity): Raw => {
      const [type, data] = [scalarText(entity["type"]), recordIn(entity, "data")];
      const isLive = data["publishedAt"] === undefined && withoutDrafts.has(type);
      const whole = { ...filled(data, related), ...related.get(refOf(type, entity["id"])) };
      return {
        ...whole,
        id: entity["id"],
        __type: type.slice(type.lastIndexOf(".") + 1),
        ...(isLive && { publishedAt: data["createdAt"] }),
      };
    });
  const published = new Set(entries.filter((entry) => scalarText(entry["publishedAt"]) !== "").map(versionOf));
  // Version 5 keeps the draft of each published entry beside it.
  const data = entries.filter((entry) => scalarText(entry["publishedAt"]) !== "" || !published.has(versionOf(entry)));
  return { data, defaultLocale: defaultLocaleIn(await rowsOf(file, "configuration")) };
}

const refOf = (type: unknown, id: unknown): string => `${scalarText(type)} ${scalarText(id)}`;

/** What a draft has in common with its published version; in version 4, each entry is the only one. */
const versionOf = (entry: Raw): string =>
  [entry["__type"], scalarText(entry["documentId"]) || entry["id"], entry["locale"]].map(scalarText).join(" ");

/** The rows of entities_00001.jsonl and those after it. */
async function rowsOf({ beside }: ArchiveFile, part: string): Promise<Raw[]> {
  const rows: Raw[] = [];
  for (let number = 1; ; number += 1) {
    const text = await beside?.(`${part}/${part}_${String(number).padStart(5, "0")}.jsonl`);
    if (text === undefined) return rows;
    for (const line of text.split("\n")) {
      // Files are below assets/ in the export.
      const json = parseJson(line.replaceAll(/(?<=["'(])\/uploads\//gu, "/assets/uploads/"));
      if ("value" in json && isRecord(json.value)) rows.push(json.value);
    }
  }
}

/** For each entry and component, the fields that refer to others, with what they refer to. */
function relatedOf(links: Raw[], byRef: ReadonlyMap<string, Raw>): Map<string, Raw> {
  const related = new Map<string, Map<string, Raw[]>>();
  const add = (end: Raw, target: Raw, position: unknown) => {
    const [ref, field, found] = [refOf(end["type"], end["ref"]), scalarText(end["field"]), byRef.get(refOf(target["type"], target["ref"]))];
    if (field === "" || !found) return;
    const fields = related.get(ref) ?? new Map<string, Raw[]>();
    const list = fields.get(field) ?? [];
    list.push({ ...found, position });
    related.set(ref, fields.set(field, list));
  };
  for (const link of links) {
    const [left, right] = [recordIn(link, "left"), recordIn(link, "right")];
    add(left, right, left["pos"]);
    add(right, left, right["pos"]);
  }
  const ordered = (list: Raw[]) => list.toSorted((a, b) => positionOf(a) - positionOf(b));
  return new Map(
    [...related].map(([ref, fields]) => [ref, Object.fromEntries([...fields].map(([field, list]) => [field, ordered(list)]))]),
  );
}

const positionOf = ({ position }: Raw): number => Number(position) || 0;

/** Components with the files that they show. */
function filled(data: Raw, related: ReadonlyMap<string, Raw>): Raw {
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inside);
    if (!isRecord(value)) return value;
    return { ...filled(value, related), ...related.get(refOf(value["__component"], value["id"])) };
  };
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, inside(value)]));
}

/** Entries of other types are published as soon as they are saved. */
const typesWithoutDrafts = (schemas: Raw[]): ReadonlySet<string> =>
  new Set(schemas.filter((schema) => recordIn(schema, "options")["draftAndPublish"] === false).map(({ uid }) => scalarText(uid)));

function defaultLocaleIn(configuration: Raw[]): string {
  const values = configuration.map((row) => recordIn(row, "value"));
  return scalarText(values.find(({ key }) => key === "plugin_i18n_default_locale")?.["value"]).replaceAll('"', "");
}
