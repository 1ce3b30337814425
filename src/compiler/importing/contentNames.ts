import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { extensionOf } from "../sources/contentFiles.ts";
import { fileName } from "../sources/fileName.ts";
import { isRecord } from "../sources/article/record.ts";
import { parseJson } from "../sources/parseJson.ts";
import { formOf } from "../sources/markdown/forms.ts";
import type { DiskTables } from "../state/DiskTables.ts";

/** An article's place in the content folder. */
export type ContentName = { slug: string; file: string };

type ContentNames = {
  nameFor: (article: { id: string; slug: string; year: string }) => ContentName;
  before: () => Generator<string>;
};

/**
 * Gives each article of an import a slug and a file that no other has. What
 * came in before under the same id keeps its file, so that an import that is
 * run again writes over its own files and never over those of others. `before`
 * are the files of articles that were there.
 */
export function contentNames(content: string, tables: DiskTables): ContentNames {
  const there = tables.table("there");
  for (const file of articlesIn(content)) there.set(fileName(file).slug.toLowerCase(), file);
  const taken = tables.table("taken");
  const nameFor: ContentNames["nameFor"] = ({ id, slug: wanted, year }) => {
    for (let copy = 1; ; copy += 1) {
      const slug = copy === 1 ? wanted : `${wanted}-${copy}`;
      const key = slug.toLowerCase();
      if (taken.has(key)) continue;
      const file = there.get(key);
      if (file !== undefined && idIn(join(content, file)) !== id) continue;
      taken.set(key, "");
      return { slug, file: file ?? `articles/${year}/${slug}.json` };
    }
  };
  return {
    nameFor,
    *before() {
      for (const [, file] of there.entries()) yield file;
    },
  };
}

function articlesIn(content: string): string[] {
  try {
    const names = readdirSync(content, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
    return names
      .filter(
        (name) =>
          (extensionOf(name) === "json" || formOf(name) !== undefined) && !/(?:^|\/)\.|^(?:edition|import)\.json$|^pictures\//u.test(name),
      )
      .toSorted();
  } catch {
    return [];
  }
}

function idIn(path: string): unknown {
  const json = /\.json$/iu.test(path) ? parseJson(readFileSync(path, "utf8")) : { value: undefined };
  return "value" in json && isRecord(json.value) ? json.value["id"] : undefined;
}
