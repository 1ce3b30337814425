import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { extensionOf, fileName } from "../text/fileName.ts";
import { parseJson } from "../text/parseJson.ts";
import { formOf } from "../reading/markdown/forms.ts";
import type { DiskTables } from "../state/DiskTables.ts";
import { articleAt } from "./editorsRelease.ts";
import { type ImportedFiles, isUnique } from "./importedFiles.ts";

/** The slug and file of an article in the content folder; `isKept` if it already had them. */
export type ContentName = { slug: string; file: string; isKept?: true };

type ContentNames = {
  nameFor: (article: { id: string; slug: string; headline: string; datePublished: string }) => ContentName;
  /** The file of the article with an id, from this import or an earlier one; `isSure` unless it may come from another archive. */
  fileOf: (id: string) => { file: string; isSure: boolean } | undefined;
};

/**
 * Gives each article of an import a unique slug and file. An article that was
 * imported before under the same id keeps both, whatever its headline is now, if no
 * other archive can have that id or it is known to be from this one; otherwise only if
 * the slug is the same and it seems to be the same story. So a repeated import overwrites its own files and never those of others.
 * @param files what earlier imports have written
 * @param hasOthers whether other archives have been imported into the folder
 */
export function contentNames(content: string, tables: DiskTables, files: ImportedFiles, hasOthers: boolean): ContentNames {
  const there = tables.table("there");
  const before = tables.table("before");
  for (const file of articlesIn(content)) {
    there.set(slugOf(file).toLowerCase(), file);
    const id = idAtStart(join(content, file));
    if (id !== undefined) before.set(id, file);
  }
  const taken = tables.table("taken");
  const put = tables.table("put");
  const name = (id: string, slug: string, file: string): ContentName => {
    taken.set(slug.toLowerCase(), "");
    put.set(id, file);
    return { slug, file };
  };
  const recorded = (id: string): string | undefined => {
    const file = files.before(id)?.file;
    return file !== undefined && articleAt(join(content, file))?.["id"] === id ? file : undefined;
  };
  return {
    nameFor: ({ id, slug: wanted, headline, datePublished }) => {
      const own = isUnique(id) ? before.get(id) : recorded(id);
      if (own !== undefined && !taken.has(slugOf(own).toLowerCase())) return { ...name(id, slugOf(own), own), isKept: true };
      for (let copy = 1; ; copy += 1) {
        const slug = copy === 1 ? wanted : `${wanted}-${copy}`;
        if (taken.has(slug.toLowerCase())) continue;
        const file = there.get(slug.toLowerCase());
        const article = file === undefined ? undefined : articleAt(join(content, file));
        const isOwn = article?.["id"] === id && (files.elsewhere(id).length === 0 || isSameStory(article, { headline, datePublished }));
        if (file === undefined || isOwn) return name(id, slug, file ?? `articles/${datePublished.slice(0, 4)}/${slug}.json`);
      }
    },
    fileOf: (id) => {
      const [mine, earlier] = [put.get(id), before.get(id)];
      if (mine !== undefined) return { file: mine, isSure: true };
      const own = isUnique(id) ? earlier : recorded(id);
      if (own !== undefined) return { file: own, isSure: true };
      return earlier === undefined ? undefined : { file: earlier, isSure: !hasOthers || files.isOfAnotherExport(id) };
    },
  };
}

/**
 * Whether an article is the story of an item of another archive with the same number or path, such as a newer export: two archives may
 * each have a 1.md.
 */
export const isSameStory = (article: Readonly<Record<string, unknown>>, { headline, datePublished }: SameStory): boolean =>
  article["headline"] === headline || (article["datePublished"] === datePublished && !/T00:00:00/u.test(datePublished));

type SameStory = { headline: string; datePublished: string };

const slugOf = (file: string): string => fileName(file).slug;

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

/** The id of an article written by an import. It comes first, before the slug, so that the rest of the file need not be read. */
function idAtStart(path: string): string | undefined {
  if (!/\.json$/iu.test(path) || !statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
  const file = openSync(path, "r");
  const start = Buffer.alloc(LONGEST_START);
  const length = readSync(file, start);
  closeSync(file);
  const [, written = ""] = /^\s*\{\s*"id":\s*("(?:[^"\\]|\\.)*"),\s*"slug":/u.exec(start.toString("utf8", 0, length)) ?? [];
  const id = written === "" ? undefined : parseJson(written);
  return id && "value" in id && typeof id.value === "string" ? id.value : undefined;
}

/** How much of a file is read for its id, in bytes. */
const LONGEST_START = 4096;
