import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue } from "react";
import { GlanceContext, shownGlance } from "../teasers/glance.ts";

/**
 * What every page needs around its router, in the browser and in the prerenderer alike.
 * A page has dozens of teasers: what the library knows of them is drawn between what the
 * reader does, not before all else.
 */
export function App({ client, children }: { client: QueryClient; children: ReactNode }) {
  const glance = useDeferredValue(shownGlance.use());
  return (
    <QueryClientProvider client={client}>
      <GlanceContext value={glance}>{children}</GlanceContext>
    </QueryClientProvider>
  );
}
