import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { PartError } from "../../data/errors.ts";
import { editionQuery } from "../../data/queries.ts";
import { distrustIndex } from "./fetchShard.ts";
import type { SearchProvider } from "./searchProvider.ts";

/** One provider per query cache: it reuses what it has loaded until the page is left. */
const providers = new WeakMap<QueryClient, Promise<SearchProvider>>();

/** The provider that answers queries. Its code is loaded on first use; if that fails, the next query tries again. */
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

/** Discards everything known of the index, because a file of it is damaged, so that the next query fetches it again. */
export async function forgetIndex(client: QueryClient): Promise<void> {
  providers.delete(client);
  await distrustIndex();
}

export function useProvider(): () => Promise<SearchProvider> {
  const client = useQueryClient();
  return () => providerOf(client);
}
