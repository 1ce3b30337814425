import { createContext, useContext } from "react";

const AnnounceContext = createContext<(text: string) => void>(() => {});

export const AnnounceProvider = AnnounceContext.Provider;

/** Says a sentence to the reader in the toast: what an action without a place of its own has done. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}
