import { queryOptions, useQuery } from "@tanstack/react-query";
import { useEdition } from "../../../edition/EditionContext.ts";
import type { SyncWords } from "../../../i18n/catalogues/sync/en.ts";
import { loadSyncCatalogue } from "../../../i18n/catalogues/sync/loadSyncCatalogue.ts";

const syncWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "sync", language], queryFn: () => loadSyncCatalogue(language), staleTime: Infinity });

/** What is said about the sync; undefined until it has come. */
export function useSyncWords(): SyncWords | undefined {
  return useQuery(syncWordsQuery(useEdition()?.language ?? "en")).data;
}
