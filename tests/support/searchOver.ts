import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSearch, type Search } from "static-search";
import { buildIndex } from "static-search/build";
import { indexed, indexSettings, type SearchSettings } from "#compiler/search/editionIndex.ts";
import type { Article } from "#content/article.ts";
import { type SearchDocument, searchSchema } from "#content/search.ts";
import type { SubjectKind } from "#content/teaser.ts";

/** The files of an index by name. */
type Files = Map<string, ArrayBuffer>;

/** The search of some stories, over an index that was really built. */
export function searchOver(articles: readonly Article[], settings: Partial<SearchSettings> = {}): Search<SearchDocument, SubjectKind> {
  const files = filesOf(articles, settings);
  const fetchShard = async (name: string) => files.get(name) ?? Promise.reject(new Error(`There is no file ${name}.`));
  return createSearch<SearchDocument, SubjectKind>({ fetchShard, schema: searchSchema });
}

/** @param articles in any order */
export function filesOf(articles: readonly Article[], changes: Partial<SearchSettings> = {}): Files {
  const settings = { language: "en", timeZone: "UTC", ...changes };
  const oldestFirst = articles.toSorted((a, b) => Date.parse(a.datePublished) - Date.parse(b.datePublished));
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-search-"));
  try {
    const documents = oldestFirst.map((article) => indexed(article, settings));
    buildIndex(documents, indexSettings(settings), folder);
    return new Map(readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name))).buffer]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
