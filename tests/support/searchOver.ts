import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSearch, type Search } from "static-search";
import { buildIndex, type WordModel, writeVectors } from "static-search/build";
import { MANIFEST } from "static-search/format";
import { storyVectors } from "#compiler/features/search/storyVectors.ts";
import { indexed, indexSettings, type SearchSettings } from "#compiler/features/search/editionIndex.ts";
import type { Article } from "#content/article.ts";
import { type SearchDocument, searchSchema } from "#content/search.ts";
import type { SubjectKind } from "#content/teaser.ts";

/** The files of an index by name. */
type Files = Map<string, ArrayBuffer>;

/** A search in some stories, with an index that is really built. */
export function searchOver(
  articles: readonly Article[],
  settings: Partial<SearchSettings> = {},
  model?: WordModel,
): Search<SearchDocument, SubjectKind> {
  const files = filesOf(articles, settings, model);
  const fetchShard = async (name: string) => files.get(name) ?? Promise.reject(new Error(`There is no file ${name}.`));
  return createSearch<SearchDocument, SubjectKind>({ fetchShard, schema: searchSchema });
}

/**
 * @param articles in any order
 * @param model for the search by meaning
 */
export function filesOf(articles: readonly Article[], changes: Partial<SearchSettings> = {}, model?: WordModel): Files {
  const settings = { language: "en", timeZone: "UTC", ...changes };
  const oldestFirst = articles.toSorted((a, b) => Date.parse(a.datePublished) - Date.parse(b.datePublished));
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-search-"));
  try {
    const documents = oldestFirst.map((article) => indexed(article, settings));
    buildIndex(documents, indexSettings(settings), folder);
    if (model) nameVectors(folder, writeVectors(model, storyVectors(oldestFirst, 0, model, undefined), folder).root);
    return new Map(readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name))).buffer]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function nameVectors(folder: string, vectors: string): void {
  const path = join(folder, MANIFEST);
  const manifest: object = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, JSON.stringify({ ...manifest, vectors }));
}
