import { createContext, type ReactNode, use } from "react";
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

/** The value of `teaserLibrary`, deferred (see App.tsx). */
export const TeaserLibraryContext = createContext<TeaserLibrary | undefined>(undefined);

export const useTeaserLibrary = (): TeaserLibrary | undefined => use(TeaserLibraryContext);
