import { type RefObject, useEffect, useRef } from "react";

/**
 * Focuses an element when its step is shown again and the control that had the focus has gone with the step before.
 * @param away whether another step is shown in place of the element
 * @param wasAway the same before the first render
 */
export function useFocusIfLost<Target extends HTMLElement>(away: boolean, wasAway = away): RefObject<Target | null> {
  const target = useRef<Target>(null);
  const before = useRef(wasAway);
  useEffect(() => {
    if (before.current && !away && document.activeElement === document.body) target.current?.focus();
    before.current = away;
  }, [away]);
  return target;
}
