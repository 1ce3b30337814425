import { useState, useSyncExternalStore } from "react";

const never = () => () => {};

/** False in prerendered HTML and while it is hydrated, true from then on: for whatever only a script can do or know. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/**
 * Whether this part of the page was prerendered and hydrated, and still shows the same: `of` is what its text depends on. For a text
 * that takes long to make: an element with `suppressHydrationWarning` and an empty text keeps the one that it has.
 */
export function useIsAsPrerendered(of: string): boolean {
  const [part] = useState(() => prerenderedPart(of));
  return useSyncExternalStore(never, () => part.shows(of), part.hydrated);
}

function prerenderedPart(first: string) {
  let isAsPrerendered = false;
  return {
    // What has been replaced once is no longer in the page.
    shows: (of: string) => (isAsPrerendered &&= of === first),
    // React asks for this while it prerenders, where there is no document, and while it hydrates.
    hydrated: () => (isAsPrerendered = "document" in globalThis),
  };
}
