import { type RefObject, useEffect, useRef } from "react";

/**
 * What was pressed is gone when another step stands in its place: then an element of that step gets the focus.
 * @param step changes with what is shown
 */
export function useFocusIfLost<Shown extends HTMLElement>(step: unknown): RefObject<Shown | null> {
  const shown = useRef<Shown>(null);
  useEffect(() => {
    if (document.activeElement === document.body) shown.current?.focus();
  }, [step]);
  return shown;
}
