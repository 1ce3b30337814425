import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import { extensionOf } from "../sources/contentFiles.ts";
import { fileName } from "../sources/fileName.ts";
import { parseJson } from "../sources/parseJson.ts";
import { formOf } from "../sources/markdown/forms.ts";
import type { DiskTables } from "../state/DiskTables.ts";

/** An article's place in the content folder; `isKept` where it had it before. */
export type ContentName = { slug: string; file: string; isKept?: true };

type ContentNames = {
  nameFor: (article: { id: string; slug: string; year: string }) => ContentName;
  /** Where the article of an id is: that of this import, or of one before. */
  fileOf: (id: string) => string | undefined;
};

/**
 * Gives each article of an import a slug and a file that no other has. What
 * came in before under the same id keeps both, so that an import that is run
 * again writes over its own files, whatever their headlines are now, and never
 * over those of others.
 * @param hasOthers whether other archives have come into the folder: then a number or the like may be an id of theirs as well
 */
export function contentNames(content: string, tables: DiskTables, hasOthers: boolean): ContentNames {
  const there = tables.table("there");
  const before = tables.table("before");
  for (const file of articlesIn(content)) {
    there.set(slugOf(file).toLowerCase(), file);
    const id = idAtStart(join(content, file));
    if (id !== undefined && (!hasOthers || isUnique(id))) before.set(id, file);
  }
  const taken = tables.table("taken");
  const put = tables.table("put");
  const name = (id: string, slug: string, file: string): ContentName => {
    taken.set(slug.toLowerCase(), "");
    put.set(id, file);
    return { slug, file };
  };
  return {
    nameFor: ({ id, slug: wanted, year }) => {
      const own = before.get(id);
      if (own !== undefined && !taken.has(slugOf(own).toLowerCase())) return { ...name(id, slugOf(own), own), isKept: true };
      for (let copy = 1; ; copy += 1) {
        const slug = copy === 1 ? wanted : `${wanted}-${copy}`;
        if (taken.has(slug.toLowerCase())) continue;
        const file = there.get(slug.toLowerCase());
        if (file === undefined || idAtStart(join(content, file)) === id) return name(id, slug, file ?? `articles/${year}/${slug}.json`);
      }
    },
    fileOf: (id) => put.get(id) ?? before.get(id),
  };
}

const slugOf = (file: string): string => fileName(file).slug;

/** Whether no other archive has the same: an address, a URN, a path, or a long key. */
const isUnique = (id: string): boolean => /[:/]|.{20}/u.test(id);

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

/** An import writes the id first; of many files the rest is not read. */
function idAtStart(path: string): string | undefined {
  if (!/\.json$/iu.test(path)) return undefined;
  const file = openSync(path, "r");
  const start = Buffer.alloc(LONGEST_START);
  const length = readSync(file, start);
  closeSync(file);
  const [, written = ""] = /^\s*\{\s*"id":\s*("(?:[^"\\]|\\.)*")/u.exec(start.toString("utf8", 0, length)) ?? [];
  const id = written === "" ? undefined : parseJson(written);
  return id && "value" in id && typeof id.value === "string" ? id.value : undefined;
}

/** In bytes. */
const LONGEST_START = 4096;
