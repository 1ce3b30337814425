import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue } from "react";
import { teaserLibrary, TeaserLibraryContext } from "../teasers/teaserLibrary.ts";

/**
 * The providers that every page needs around its router, in the browser and in the prerenderer.
 * A page has dozens of teasers: a change of the library updates them at low priority, so that
 * it never delays the reader's input.
 */
export function App({ client, children }: { client: QueryClient; children: ReactNode }) {
  const library = useDeferredValue(teaserLibrary.use());
  return (
    <QueryClientProvider client={client}>
      <TeaserLibraryContext value={library}>{children}</TeaserLibraryContext>
    </QueryClientProvider>
  );
}
