import { existsSync, readFileSync } from "node:fs";
import { isRecord } from "../draft/isRecord.ts";
import { isGroup, meaningOf, misspelt } from "../draft/release/fields.ts";
import { keptBack } from "../draft/release/keptBack.ts";
import { releaseOf } from "../draft/release/release.ts";
import { parseJson } from "../sources/parseJson.ts";

/** The field by which an import keeps back what its archive has withdrawn; where an editor has set it to false, it does not. */
export const WITHDRAWN = "withdrawn";

/** What an import writes itself of when readers may see an article: there its archive has the last word. */
const OF_THE_ARCHIVE = new Set(["publishDate", "embargo", "expires"]);

type Kept = { json: string; isWithdrawn?: boolean; kept?: { fields: string; reason: string }; lifted?: string };

/**
 * What an editor has written into the file of an article since it came in, of whether readers may see it, such as
 * `draft`, stays in it: an import does not publish what an editor keeps back.
 * @param json the article as the import makes it, as a file
 * @param path of the file in the content folder
 * @param timeZone in which moments without a zone are
 * @returns the file to write; `isWithdrawn` says whether it still has the mark of an import, `kept` says why readers may not see the article, and by which fields, where they might but for the editor; `lifted` says why they might not so far, where the archive does not say so any more
 */
export function withEditorsRelease(json: string, path: string, timeZone: string): Kept {
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

/** An article with more fields, as a file; its body stays the last. */
export function withFields({ body, ...fields }: Record<string, unknown>, more: [string, unknown][]): string {
  return `${JSON.stringify({ ...fields, ...Object.fromEntries(more), body }, null, 1)}\n`;
}

const isOfRelease = (name: string): boolean => (meaningOf(name) ?? misspelt(name)) !== undefined || isGroup(name);

/** An article of a content folder; undefined for what is no JSON with fields, and in an import that writes nothing. */
export function articleAt(path: string): Record<string, unknown> | undefined {
  const json = existsSync(path) ? parseJson(readFileSync(path, "utf8")) : { value: undefined };
  return "value" in json && isRecord(json.value) ? json.value : undefined;
}
