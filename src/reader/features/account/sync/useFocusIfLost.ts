import { type RefObject, useEffect, useRef } from "react";

/**
 * What was pressed is gone when another step stands in its place: then an element of the step that follows gets the focus.
 * @param away whether another step stands in the place of that element
 * @param wasAway the same before it was drawn first
 */
export function useFocusIfLost<Shown extends HTMLElement>(away: boolean, wasAway = away): RefObject<Shown | null> {
  const shown = useRef<Shown>(null);
  const before = useRef(wasAway);
  useEffect(() => {
    if (before.current && !away && document.activeElement === document.body) shown.current?.focus();
    before.current = away;
  }, [away]);
  return shown;
}
