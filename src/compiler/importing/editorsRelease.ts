import { existsSync, readFileSync } from "node:fs";
import { isRecord } from "../draft/isRecord.ts";
import { meaningOf } from "../draft/release/fields.ts";
import { keptBack } from "../draft/release/keptBack.ts";
import { releaseOf } from "../draft/release/release.ts";
import { parseJson } from "../sources/parseJson.ts";

/** The field by which an import keeps back what its archive has withdrawn. Every other such field in an article that was there before is an editor's. */
export const WITHDRAWN = "withdrawn";

/**
 * What an editor has written into the file of an article since it came in, of when readers may see it, such as
 * `draft` and `embargo`, stays in it: an import publishes nothing that an editor keeps back.
 * @param json the article as the import makes it, as a file
 * @param path of the file in the content folder
 * @param timeZone in which moments without a zone are
 * @returns the file to write; `kept` says why readers may not see the article, and by which fields, where they might but for the editor
 */
export function withEditorsRelease(
  json: string,
  path: string,
  timeZone: string,
): { json: string; kept?: { fields: string; reason: string } } {
  const made: Record<string, unknown> = JSON.parse(json);
  const own = Object.entries(articleAt(path) ?? {}).filter(
    ([name]) => meaningOf(name) !== undefined && !(name in made) && name !== WITHDRAWN,
  );
  if (own.length === 0) return { json };
  const { body, ...fields } = made;
  const whole = { ...fields, ...Object.fromEntries(own), body };
  const keptBackNow = (article: Record<string, unknown>) =>
    keptBack(releaseOf(article, { timeZone, dateField: "datePublished" }), { now: Date.now(), future: true });
  const why = keptBackNow(fields) ? undefined : keptBackNow(whole);
  return {
    json: `${JSON.stringify(whole, null, 1)}\n`,
    ...(why && { kept: { fields: own.map(([name]) => `“${name}”`).join(", "), reason: why.reason } }),
  };
}

/** An article of a content folder; undefined for what is no JSON with fields, and in an import that writes nothing. */
export function articleAt(path: string): Record<string, unknown> | undefined {
  const json = existsSync(path) ? parseJson(readFileSync(path, "utf8")) : { value: undefined };
  return "value" in json && isRecord(json.value) ? json.value : undefined;
}
