import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { GenericSchema } from "valibot";
import { EditionSchema } from "#content/edition/edition.ts";
import type { ListKind } from "#content/pages/listPage.ts";
import { type CommonPageKind, PAGES, type PageValues } from "#content/pages/pages.ts";
import { parse } from "#content/parse.ts";
import {
  archivePath,
  articlePath,
  dataFile,
  editionFile,
  frontPath,
  letterPath,
  listPath,
  placesPath,
  seriesPath,
  topicsPath,
  yearPath,
} from "#content/paths.ts";
import { loadCatalogue } from "../i18n/loadCatalogue.ts";
import { fetchJson } from "./fetchJson.ts";

export const editionQuery = () => file(editionFile, EditionSchema, "edition");

const FILES: { [Kind in CommonPageKind]: { schema: GenericSchema<unknown, PageValues[Kind]>; name: string } } = PAGES;

/** The data of a page: its file, and the schema that validates it. The key is the file, so that prerendering can seed it. */
export function pageQuery<Kind extends CommonPageKind>(kind: Kind, path: string) {
  const { schema, name } = FILES[kind];
  return file(dataFile(path), schema, name);
}

export const frontQuery = () => pageQuery("front", frontPath);
export const articleQuery = (slug: string) => pageQuery("article", articlePath(slug));
export const listQuery = (kind: ListKind, slug: string, page?: number) => pageQuery("list", listPath(kind, slug, page));
export const seriesQuery = (slug: string) => pageQuery("series", seriesPath(slug));

/** A page that the paper has written itself. */
export const staticQuery = (path: string) => pageQuery("static", path);
export const archiveQuery = (year?: string) => pageQuery("archive", year === undefined ? archivePath : yearPath(year));
export const indexQuery = (kind: "topic" | "place", letter?: string) =>
  pageQuery("index", letter === undefined ? (kind === "topic" ? topicsPath : placesPath) : letterPath(kind, letter));

/** The reader's words in a language. They are code, not data, but each page waits for them in the same way. */
export const wordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", language], queryFn: () => loadCatalogue(language), staleTime: Infinity });

/** @param name of the file below the data address @param what it is, for an error message */
export function file<T>(name: string, schema: GenericSchema<unknown, T>, what: string) {
  return queryOptions({
    queryKey: ["data", name],
    queryFn: async ({ signal }) => parse(schema, await fetchJson(name, signal), what),
  });
}

/** The names of the files that have loaded. */
export function loadedFiles(client: QueryClient): string[] {
  const loaded = client.getQueryCache().findAll({ queryKey: ["data"], predicate: ({ state }) => state.status === "success" });
  return loaded.map(({ queryKey: [, name] }) => String(name));
}
