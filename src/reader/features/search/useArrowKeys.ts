import { type RefObject, useEffect } from "react";

/**
 * Lets the arrow keys move focus between a search field and what is below it:
 * elements with `data-stop`, and the headlines of hits. Up from the first one leads
 * back to the field; so does Escape, unless it is left to a dialog.
 */
export function useArrowKeys(within: RefObject<HTMLElement | null>, escape: "field" | "leave" = "field"): void {
  useEffect(() => {
    const element = within.current;
    if (!element) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
      const target = nextStop(element, event, escape === "field");
      if (!target) return;
      event.preventDefault();
      target.focus();
    };
    element.addEventListener("keydown", onKeyDown);
    return () => element.removeEventListener("keydown", onKeyDown);
  }, [within, escape]);
}

function nextStop(within: HTMLElement, { key, target }: KeyboardEvent, escapes: boolean): HTMLElement | null | undefined {
  const field = within.querySelector<HTMLElement>("input[type=search]");
  const stops = [...within.querySelectorAll<HTMLElement>("[data-stop], .items h3 a")];
  const here = stops.findIndex((stop) => stop === target);
  if (here === -1 && target !== field) return undefined;
  if (key === "ArrowDown") return stops[here + 1];
  if (key === "ArrowUp") return here === -1 ? undefined : (stops[here - 1] ?? field);
  return key === "Escape" && escapes && here !== -1 ? field : undefined;
}
