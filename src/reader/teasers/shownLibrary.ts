import { createContext, type ReactNode, use } from "react";
import type { StoryLink } from "#content/teaser.ts";
import { createStore } from "../store/createStore.ts";

/**
 * What the first load knows of the reader's library: nothing, until the code of
 * the library has come and shows it. So no page waits for it.
 */
export type ShownLibrary = {
  has: (kind: "saved" | "followed" | "muted" | "search", id: string) => boolean;
  /** Whether a teaser's story was read, its button to save it, and what stands in the place of one that the reader does not want to see. */
  teaser: (teaser: StoryLink) => { seen: boolean; save?: ReactNode; instead?: ReactNode };
};

export const shownLibrary = createStore<ShownLibrary | undefined>(undefined);

/** Has what `shownLibrary` has, a moment later. */
export const ShownLibraryContext = createContext<ShownLibrary | undefined>(undefined);

export const useShownLibrary = (): ShownLibrary | undefined => use(ShownLibraryContext);
