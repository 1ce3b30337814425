import { queryOptions } from "@tanstack/react-query";
import type { GenericSchema } from "valibot";
import { ArticlePageSchema } from "#content/articlePage.ts";
import { EditionSchema } from "#content/edition.ts";
import { FrontPageSchema } from "#content/frontPage.ts";
import { ArchivePageSchema, IndexPageSchema } from "#content/indexPage.ts";
import { type ListKind, ListPageSchema } from "#content/listPage.ts";
import { parse } from "#content/parse.ts";
import {
  archivePath,
  articlePath,
  dataFile,
  editionFile,
  frontFile,
  letterPath,
  listPath,
  placesPath,
  topicsPath,
  yearPath,
} from "#content/paths.ts";
import { wordsFor } from "../i18n/wordsFor.ts";
import { fetchJson } from "./fetchJson.ts";

/** What each page shows: its file, and the schema that lets it in. The key is the file, so that prerendering can seed it. */
export const editionQuery = () => file(editionFile, EditionSchema, "edition");
export const frontQuery = () => file(frontFile, FrontPageSchema, "front page");
export const articleQuery = (slug: string) => file(dataFile(articlePath(slug)), ArticlePageSchema, "article");
export const listQuery = (kind: ListKind, slug: string, page?: number) =>
  file(dataFile(listPath(kind, slug, page)), ListPageSchema, "list");
export const archiveQuery = (year?: string) =>
  file(dataFile(year === undefined ? archivePath : yearPath(year)), ArchivePageSchema, "archive");

export function indexQuery(kind: "topic" | "place", letter?: string) {
  const overview = kind === "topic" ? topicsPath : placesPath;
  return file(dataFile(letter === undefined ? overview : letterPath(kind, letter)), IndexPageSchema, "index");
}

/** What the reader says, in a language. It is code, not data, but each page waits for it in the same way. */
export const wordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", language], queryFn: () => wordsFor(language), staleTime: Infinity });

function file<T>(name: string, schema: GenericSchema<unknown, T>, what: string) {
  return queryOptions({
    queryKey: ["data", name],
    queryFn: async ({ signal }) => parse(schema, await fetchJson(name, signal), what),
  });
}
