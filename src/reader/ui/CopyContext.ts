import { createContext, useContext } from "react";

export type Copying = {
  /** Puts a link onto the clipboard. `from` names the control that was used, so that it can say so. */
  copy: (link: string, from: string) => Promise<void>;
  /** The control whose link has just been copied. */
  copied: string | undefined;
};

const CopyContext = createContext<Copying | undefined>(undefined);

export const CopyProvider = CopyContext.Provider;

export function useCopying(): Copying {
  const copying = useContext(CopyContext);
  if (!copying) throw new Error("What copies must stand inside a ClipboardProvider.");
  return copying;
}
