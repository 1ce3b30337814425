import { type ReactNode, useSyncExternalStore } from "react";
import type { StoryLink } from "#content/teaser.ts";

/**
 * What the first load knows of the reader's library: nothing, until the code of
 * the library has come and shows it. So no page waits for it.
 */
export type Glance = {
  has: (kind: "saved" | "followed" | "muted" | "search", id: string) => boolean;
  /** Whether a teaser's story was read, its button to save it, and what stands in the place of one that the reader does not want to see. */
  teaser: (teaser: StoryLink) => { seen: boolean; save?: ReactNode; instead?: ReactNode };
};

let glance: Glance | undefined;
const listeners = new Set<() => void>();

export function showGlance(now: Glance | undefined): void {
  glance = now;
  for (const listener of listeners) listener();
}

export function useGlance(): Glance | undefined {
  return useSyncExternalStore(
    subscribe,
    () => glance,
    () => undefined,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
