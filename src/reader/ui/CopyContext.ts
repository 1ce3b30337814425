import { createContext, useContext } from "react";

export type Copying = {
  /** Copies a link to the clipboard. `from` names the control that was used, so that it can confirm it. */
  copy: (link: string, from: string) => Promise<void>;
  /** The control whose link has just been copied. */
  copied: string | undefined;
};

const CopyContext = createContext<Copying | undefined>(undefined);

export const CopyProvider = CopyContext.Provider;

export function useCopying(): Copying {
  const copying = useContext(CopyContext);
  if (!copying) throw new Error("useCopying() needs a ClipboardProvider around it.");
  return copying;
}
