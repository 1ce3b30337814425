import { createContext, type ReactNode, use } from "react";
import type { StoryLink } from "#content/teaser.ts";
import { createStore } from "../store/createStore.ts";

/**
 * The reader's library as teasers see it: undefined until the code of the library
 * has loaded and sets it, so that no page waits for it.
 */
export type ShownLibrary = {
  has: (kind: "saved" | "followed" | "muted" | "search", id: string) => boolean;
  /** Whether a teaser's story was read, the button to save it, and what replaces a teaser that the reader has muted. */
  teaser: (teaser: StoryLink) => { seen: boolean; save?: ReactNode; instead?: ReactNode };
};

export const shownLibrary = createStore<ShownLibrary | undefined>(undefined);

/** The value of `shownLibrary`, deferred (see App.tsx). */
export const ShownLibraryContext = createContext<ShownLibrary | undefined>(undefined);

export const useShownLibrary = (): ShownLibrary | undefined => use(ShownLibraryContext);
