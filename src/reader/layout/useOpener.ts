import type { KeyboardEvent, MouseEvent } from "react";
import { type DialogName, useDialogs } from "../ui/DialogContext.ts";
import { useHydrated } from "#loading/hydration/useHydrated.ts";

/** The props that make a link the button of a dialog, once the page is hydrated; until then it stays a plain link. */
export function useOpener(name: DialogName) {
  const hydrated = useHydrated();
  const { open, opened, awaited, prefetch } = useDialogs();
  if (!hydrated) return { "data-opens": name };
  const onOpen = (event: MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(name);
  };
  return {
    "data-opens": name,
    role: "button",
    "aria-busy": awaited === name || undefined,
    "aria-haspopup": "dialog" as const,
    "aria-expanded": opened === name,
    onPointerEnter: () => prefetch(name),
    onClick: onOpen,
    // A link responds to Enter alone; a button responds to the space bar too.
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => event.key === " " && onOpen(event),
  };
}
