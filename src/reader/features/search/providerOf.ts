import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { PartError } from "../../data/errors.ts";
import { editionQuery } from "../../data/queries.ts";
import { distrustIndex } from "./fetchShard.ts";
import type { SearchProvider } from "./searchProvider.ts";

/** One for each cache: what it has loaded serves until the page is left. */
const providers = new WeakMap<QueryClient, Promise<SearchProvider>>();

/** What answers queries. Its code comes when it is first wanted; where that fails, the next one asks again. */
export function providerOf(client: QueryClient): Promise<SearchProvider> {
  const known = providers.get(client);
  if (known) return known;
  const begun = import("./editionSearch.ts").then(
    ({ editionSearch }) => editionSearch(client.getQueryData(editionQuery().queryKey)),
    (cause: unknown) => {
      throw new PartError(cause);
    },
  );
  providers.set(client, begun);
  begun.catch(() => providers.delete(client));
  return begun;
}

/** What is known of the index is forgotten: a file of it is damaged, and the next query is to fetch it anew. */
export async function forgetIndex(client: QueryClient): Promise<void> {
  providers.delete(client);
  await distrustIndex();
}

export function useProvider(): () => Promise<SearchProvider> {
  const client = useQueryClient();
  return () => providerOf(client);
}
