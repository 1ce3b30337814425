import { createContext, useContext } from "react";

const SayContext = createContext<(text: string) => void>(() => {});

export const SayProvider = SayContext.Provider;

/** Says a sentence to the reader in the toast: what an action without a place of its own has done. */
export function useSay(): (text: string) => void {
  return useContext(SayContext);
}
