import { isRecord, type Raw } from "../article/record.ts";

/** The tables of an export, and where in the file they stand. */
export type Found = { exports: { data: Raw; place: string }[] } | { error: string; place: string };

/**
 * The exports in a file: `{ db: [{ meta, data }] }` as Ghost writes it, and
 * `{ meta, data }` or `{ data }` as its importer takes it too.
 */
export function exportsIn(json: unknown): Found {
  if (!isRecord(json)) return { error: "The file is not a Ghost export: it holds no object.", place: "" };
  if ("db" in json && !Array.isArray(json["db"])) return { error: "The file is not a Ghost export: db is not a list.", place: "db" };
  const holders = Array.isArray(json["db"])
    ? json["db"].map((each: unknown, index) => ({ each, at: `db.${index}.` }))
    : [{ each: json, at: "" }];
  if (holders.length === 0) return { error: "The Ghost export is empty: db has no entry.", place: "db" };
  const exports: { data: Raw; place: string }[] = [];
  for (const { each, at } of holders) {
    const data: unknown = isRecord(each) ? each["data"] : undefined;
    if (!isRecord(data)) {
      const keys = isRecord(each) ? Object.keys(each).slice(0, 5).join(", ") : "";
      const instead = keys === "" ? "" : `; it has ${keys} instead`;
      return { error: `The file is not a Ghost export: it has no db with data in it${instead}.`, place: `${at}data` };
    }
    if (!Array.isArray(data["posts"])) return { error: "The Ghost export has no list of posts.", place: `${at}data.posts` };
    exports.push({ data, place: `${at}data` });
  }
  return { exports };
}
