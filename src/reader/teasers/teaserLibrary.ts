import { type ReactNode, useDeferredValue } from "react";
import type { StoryLink } from "#content/teaser.ts";
import { createStore } from "../store/createStore.ts";

/**
 * The reader's library as teasers see it: undefined until the code of the library
 * has loaded and sets it, so that no page waits for it.
 */
export type TeaserLibrary = {
  has: (kind: "saved" | "followed" | "muted" | "search", id: string) => boolean;
  /** Whether a teaser's story was read, the button to save it, and what replaces a teaser that the reader has muted. */
  teaser: (teaser: StoryLink) => { seen: boolean; save?: ReactNode; replacement?: ReactNode };
};

export const teaserLibrary = createStore<TeaserLibrary | undefined>(undefined);

/**
 * The library in a teaser. A page has dozens of them: they change at low priority, so that it never delays the reader's input.
 * It is no context: React would hydrate every part of the page that is out of sight before it changes one.
 */
export const useTeaserLibrary = (): TeaserLibrary | undefined => useDeferredValue(teaserLibrary.use());
