import { createContext, useContext } from "react";

export type DialogName = "menu" | "search" | "settings" | "shortcuts";

export type DialogControl = {
  opened: DialogName | undefined;
  /** The dialog that was asked for and whose code is still loading. */
  awaited: DialogName | undefined;
  open: (name: DialogName) => void;
  /** Fetches a dialog's code without showing it. */
  prefetch: (name: DialogName) => void;
};

const DialogContext = createContext<DialogControl>({ opened: undefined, awaited: undefined, open: () => {}, prefetch: () => {} });

export const DialogProvider = DialogContext.Provider;

/** Which dialog is open, and how to open one. */
export function useDialogs(): DialogControl {
  return useContext(DialogContext);
}
