import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue } from "react";
import { ShownLibraryContext, shownLibrary } from "../teasers/shownLibrary.ts";

/**
 * What every page needs around its router, in the browser and in the prerenderer alike.
 * A page has dozens of teasers: what the library knows of them is drawn between what the
 * reader does, not before all else.
 */
export function App({ client, children }: { client: QueryClient; children: ReactNode }) {
  const library = useDeferredValue(shownLibrary.use());
  return (
    <QueryClientProvider client={client}>
      <ShownLibraryContext value={library}>{children}</ShownLibraryContext>
    </QueryClientProvider>
  );
}
