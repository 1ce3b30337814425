import { QueryClient } from "@tanstack/react-query";
import { serverUnreachable } from "../device/connection.ts";
import { BrokenFileError, ConnectionError, HttpError } from "./errors.ts";

/**
 * The cache policy, in one place. A page never changes while someone reads it:
 * nothing is fetched again by itself. `load` looks for newer data when the reader
 * moves to a page. After a temporary failure, a request is retried twice.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
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

function isTemporary(error: Error): boolean {
  if (error instanceof HttpError) return error.status >= 500;
  // After such a wait, or if the connection is known to be missing, the reader should be told.
  if (!navigator.onLine || serverUnreachable.is()) return false;
  if (error.cause instanceof DOMException && error.cause.name === "TimeoutError") return false;
  return error instanceof ConnectionError || error instanceof BrokenFileError;
}
