import { QueryClient } from "@tanstack/react-query";
import { BrokenFileError, ConnectionError, HttpError } from "./errors.ts";

/**
 * The cache policy, in one place. What a page shows never changes under the
 * reader's eye: nothing is fetched again by itself. `load` looks for something
 * newer when the reader moves to a page. A passing fault is tried twice more.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: 30 * 60_000,
        retry: (failures, error) => failures < 2 && mayPass(error),
        retryDelay: (attempt) => 300 * 2 ** attempt,
        networkMode: "always",
      },
    },
  });
}

function mayPass(error: Error): boolean {
  if (error instanceof HttpError) return error.status >= 500;
  // A reader who has waited that long is told.
  if (error.cause instanceof DOMException && error.cause.name === "TimeoutError") return false;
  return error instanceof ConnectionError || error instanceof BrokenFileError;
}
