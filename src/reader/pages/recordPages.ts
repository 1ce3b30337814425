import type { QueryClient } from "@tanstack/react-query";
import type { ComponentType } from "react";
import type { Params } from "react-router";
import { load } from "../data/load.ts";
import { correctionsQuery, versionsQuery } from "../data/recordQueries.ts";
import { pageNumber } from "../features/lists/listAddress.ts";
import { loadRecordParts } from "../features/updates/recordParts.ts";
import { CorrectionsPage } from "./CorrectionsPage.tsx";
import { VersionsPage } from "./VersionsPage.tsx";

const pages = { versions: VersionsPage, corrections: CorrectionsPage };

/** The pages of the public record: a chunk of their own, since few readers open them. */
export type RecordPage = keyof typeof pages;

/** A page, once its words and styles have loaded. */
export const showRecord = (page: RecordPage): Promise<ComponentType> => loadRecordParts().then(() => pages[page]);

/** Loads what a page shows into the cache. */
export const loadRecord = (page: RecordPage, client: QueryClient, params: Params): Promise<null> =>
  page === "versions" ? load(client, versionsQuery(params["slug"] ?? "")) : load(client, correctionsQuery(pageNumber(params)));
