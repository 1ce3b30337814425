import { createContext, type Provider, useContext } from "react";

/** A part of the catalogue that pages load and their components use: its provider and its hook, which throws outside the provider. */
export function wordsContext<Words>(): [Provider<Words | undefined>, () => Words] {
  const context = createContext<Words | undefined>(undefined);
  const useWords = (): Words => {
    const words = useContext(context);
    if (!words) throw new Error("Words are used outside their provider.");
    return words;
  };
  return [context.Provider, useWords];
}
