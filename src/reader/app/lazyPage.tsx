import type { ComponentType } from "react";
import { PartError } from "../data/errors.ts";
import { loadParts } from "../hydration/hydrateOnIdle.tsx";

/**
 * A page kind whose code is fetched when it is first wanted. The router's own
 * `lazy` keeps a failure for good; this asks again.
 * @param fetchPage imports the chunk
 * @returns `ready` resolves when `Component` can be shown
 */
export function lazyPage(fetchPage: () => Promise<ComponentType>): { ready: () => Promise<void>; Component: ComponentType } {
  let Page: ComponentType | undefined;
  const ready = async () => {
    try {
      Page ??= await fetchPage();
      const parts = loadParts();
      if (parts) await parts;
    } catch (cause) {
      throw new PartError(cause);
    }
  };
  return { ready, Component: () => Page && <Page /> };
}
