import { type Query, QueryCache, QueryClient } from "@tanstack/react-query";
import { serverUnreachable } from "../device/connection.ts";
import { BrokenFileError, ConnectionError, HttpError } from "./errors.ts";

/**
 * The cache policy, in one place. A page never changes while someone reads it:
 * nothing is fetched again by itself. `load` looks for newer data when the reader
 * moves to a page. After a temporary failure, a request is retried twice.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: boundedCache(),
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: 30 * 60_000,
        retry: (failures, error) => failures < 2 && isTemporary(error),
        retryDelay: (attempt) => 300 * 2 ** attempt,
        networkMode: "always",
      },
    },
  });
}

/** How many pages' data that nothing shows stay in memory. Whoever goes back further gets it from the device. */
const MOST_UNUSED = 40;

/**
 * A cache in which data does not pile up when a reader opens one story after another: of the pages that nothing shows, the oldest go.
 * Files that many pages need, such as edition.json, are in no folder and stay.
 */
function boundedCache(): QueryCache {
  const cache = new QueryCache();
  cache.subscribe(({ type }) => {
    if (type !== "added") return;
    const predicate = ({ queryKey: [, file] }: Query) => String(file).includes("/");
    const unused = cache.findAll({ queryKey: ["data"], type: "inactive", fetchStatus: "idle", predicate });
    for (const query of unused.slice(0, -MOST_UNUSED)) cache.remove(query);
  });
  return cache;
}

function isTemporary(error: Error): boolean {
  if (error instanceof HttpError) return error.status >= 500;
  // After such a wait, or if the connection is known to be missing, the reader should be told.
  if (!navigator.onLine || serverUnreachable.is()) return false;
  if (error.cause instanceof DOMException && error.cause.name === "TimeoutError") return false;
  return error instanceof ConnectionError || error instanceof BrokenFileError;
}
