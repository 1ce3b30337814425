import { createContext, useContext } from "react";

const AnnounceContext = createContext<(text: string) => void>(() => {});

export const AnnounceProvider = AnnounceContext.Provider;

/** Says a sentence in the toast: the result of an action that has no place of its own on the page. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}
