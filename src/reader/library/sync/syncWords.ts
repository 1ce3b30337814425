import { queryOptions, useQuery } from "@tanstack/react-query";
import { useEdition } from "../../shell/EditionContext.ts";
import type { SyncWords } from "../../words/sync/en.ts";
import { syncWordsFor } from "../../words/sync/syncWordsFor.ts";

const syncWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "sync", language], queryFn: () => syncWordsFor(language), staleTime: Infinity });

/** What is said about the sync; undefined until it has come. */
export function useSyncWords(): SyncWords | undefined {
  return useQuery(syncWordsQuery(useEdition()?.language ?? "en")).data;
}
