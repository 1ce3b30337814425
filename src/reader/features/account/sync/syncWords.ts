import { queryOptions, useQuery } from "@tanstack/react-query";
import { useEditionLanguage } from "../../../edition/EditionContext.ts";
import type { SyncWords } from "../../../i18n/wordTypes.ts";
import { loadPart } from "../../../i18n/loadCatalogue.ts";

const syncWordsQuery = (language: string) =>
  queryOptions({ queryKey: ["words", "sync", language], queryFn: () => loadPart(language, "sync"), staleTime: Infinity });

/** The words about sync; undefined until they have loaded. */
export function useSyncWords(): SyncWords | undefined {
  return useQuery(syncWordsQuery(useEditionLanguage())).data;
}
