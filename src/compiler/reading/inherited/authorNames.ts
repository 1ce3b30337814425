import { posix } from "node:path";
import { slug } from "#content/slug.ts";
import type { Report } from "../../draft/problem.ts";
import { isMissing, isRecord, type Raw, scalarText } from "../../text/jsonRecord.ts";
import { oneLine } from "../../text/cleanText.ts";
import { dataIn } from "./dataIn.ts";

/** The authors of a site. `files` hold only that; `nameOf` finds the full name for a key or name in a byline. */
export type AuthorNames = {
  files: ReadonlySet<string>;
  names: ReadonlyMap<string, string>;
  nameOf: (written: string) => string | undefined;
};

/**
 * Reads the authors' names where site builders keep them: in one file
 * (`_data/authors.yml` of Jekyll and Eleventy, `authors.yml` of Docusaurus), or
 * in one for each (`content/authors/jane/_index.md` of Hugo, `_authors/jane.md`
 * of Jekyll, `src/content/authors/jane.json` of Astro).
 * @param paths of all files of the folder
 */
export async function authorNames(folder: string, paths: string[], report: Report): Promise<AuthorNames> {
  const files = new Set<string>();
  const names = new Map<string, string>();
  const add = (key: string, name: string | undefined) => {
    for (const each of [key.toLowerCase(), slug(key)]) if (name !== undefined && each !== "" && !names.has(each)) names.set(each, name);
  };
  for (const path of paths) {
    const key = OF_ONE.exec(path)?.[1];
    if (!OF_ALL.test(path) && (key === undefined || /^_?index\b/iu.test(key))) continue;
    const data = await dataIn(folder, path);
    if ("error" in data) {
      const message = `The names of authors in it cannot be read: ${data.error.replace(/[.\s]+$/u, "")}.`;
      report({ severity: "warning", file: path, message, remedy: "Correct it there." });
    } else if (key === undefined) for (const [each, name] of namesIn(data.value)) add(each, name);
    else if (isRecord(data.value) && isProfile(data.value)) {
      files.add(path);
      for (const each of [key, ...keysOf(data.value)]) add(each, nameIn(data.value));
    }
  }
  return {
    files,
    names,
    nameOf: (written) => names.get(written.toLowerCase()) ?? names.get(posix.parse(written).name.toLowerCase()) ?? names.get(slug(written)),
  };
}

const OF_ALL = /(?:^|\/)(?:authors|_data\/(?:author|people|members|team|contributors))\.(?:ya?ml|json|toml)$/iu;
const OF_ONE = /(?:^|\/)_?authors?\/([^/]+?)(?:\/_?index(?:\.[\w-]+)?)?\.(?:mdx?|markdown|html|ya?ml|json|toml)$/iu;

/** A story has a date or a body; a profile has neither. */
const isProfile = (fields: Raw): boolean =>
  nameIn(fields) !== undefined && ["date", "pubDate", "datePublished", "publishDate", "body"].every((name) => isMissing(fields[name]));

/** From an object with their keys, or from a list in which each gives its own. */
function namesIn(value: unknown): [key: string, name: string | undefined][] {
  if (Array.isArray(value))
    return value.filter(isRecord).flatMap((each) => keysOf(each).map((key): [string, string | undefined] => [key, nameIn(each)]));
  if (!isRecord(value)) return [];
  if ("authors" in value && Object.keys(value).length === 1) return namesIn(value["authors"]);
  return Object.entries(value).flatMap(([key, each]) =>
    [key, ...(isRecord(each) ? keysOf(each) : [])].map((one): [string, string | undefined] => [
      one,
      isRecord(each) ? nameIn(each) : textIn(each),
    ]),
  );
}

const keysOf = (fields: Raw): string[] =>
  ["id", "key", "slug", "uid", "username", "short_name", "shortname", "nickname", "handle", "login", "github"].flatMap(
    (name) => textIn(fields[name]) ?? [],
  );

function nameIn(fields: Raw): string | undefined {
  const [name] = ["display_name", "displayName", "name", "full_name", "fullName", "title"].flatMap((each) => {
    const value = fields[each];
    return textIn(isRecord(value) ? value["display"] : value) ?? [];
  });
  return name;
}

const textIn = (value: unknown): string | undefined => oneLine(scalarText(value)) || undefined;
