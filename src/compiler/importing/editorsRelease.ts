import { existsSync, readFileSync } from "node:fs";
import { isRecord } from "../text/jsonRecord.ts";
import { isGroup, meaningOf, misspeltMeaning } from "../draft/release/releaseFields.ts";
import { keptBack } from "../draft/release/keptBack.ts";
import { releaseOf } from "../draft/release/release.ts";
import { parseJson } from "../text/parseJson.ts";

/** The field with which an import keeps back what its archive has withdrawn. An editor can set it to false to prevent that. */
export const WITHDRAWN = "withdrawn";

/** The release fields that an import writes itself: for these, its archive has the last word. */
export const OF_THE_ARCHIVE = new Set(["publishDate", "embargo", "expires"]);

export type WithRelease = { json: string; isWithdrawn?: boolean; kept?: { fields: string; reason: string }; lifted?: string };

/**
 * Keeps the release fields, such as `draft`, that an editor has added to the file of an article since it was imported:
 * an import does not publish what an editor keeps back.
 * @param json the file of the article, as the import makes it
 * @param path the existing file in the content folder
 * @param timeZone the zone of moments that do not give one
 * @returns the file to write. `isWithdrawn`: whether it still has the withdrawal mark of an import. `kept`: why only the editor's
 * fields, which it names, keep the article back. `lifted`: why the article was kept back until now, if the archive no longer does
 */
export function withEditorsRelease(json: string, path: string, timeZone: string): WithRelease {
  const there = Object.entries(articleAt(path) ?? {}).filter(([name]) => isOfRelease(name));
  if (there.length === 0) return { json };
  const made: Record<string, unknown> = JSON.parse(json);
  const own = there.filter(([name]) => !(name in made) && !OF_THE_ARCHIVE.has(name));
  const unknown = own.flatMap(([name]) => (meaningOf(name) === undefined ? [name] : []));
  const backBy = (more: Record<string, unknown>) =>
    keptBack(releaseOf({ ...made, body: undefined, ...more }, { timeZone, dateField: "datePublished", unknown }), { now: Date.now() });
  const whole = { json: withFields(made, own), isWithdrawn: own.some(([name, value]) => name === WITHDRAWN && value === true) };
  if (backBy({})) return whole;
  const keeping = own.flatMap(([name, value]) => {
    const back = name === WITHDRAWN ? undefined : backBy({ [name]: value });
    return back ? [{ name: `“${name}”`, reason: back.reason }] : [];
  });
  const [first] = keeping;
  const before = backBy(Object.fromEntries(there.filter(([name]) => OF_THE_ARCHIVE.has(name))));
  return {
    ...whole,
    ...(first && { kept: { fields: keeping.map(({ name }) => name).join(", "), reason: first.reason } }),
    ...(before && !first && { lifted: before.reason }),
  };
}

/** An article with more fields, as a file; its body stays last. */
export function withFields({ body, ...fields }: Record<string, unknown>, more: [string, unknown][]): string {
  return `${JSON.stringify({ ...fields, ...Object.fromEntries(more), body }, null, 1)}\n`;
}

/** Whether a field is about what an article says, dates included, and not about who may read it. */
export const isEditorial = (name: string): boolean => !isOfRelease(name) || /^date(?:published)?$/iu.test(name);

const isOfRelease = (name: string): boolean => (meaningOf(name) ?? misspeltMeaning(name)) !== undefined || isGroup(name);

/** Reads an article of a content folder; undefined if there is no file, or it is not a JSON object. */
export function articleAt(path: string): Record<string, unknown> | undefined {
  const json = existsSync(path) ? parseJson(readFileSync(path, "utf8")) : { value: undefined };
  return "value" in json && isRecord(json.value) ? json.value : undefined;
}
