import { useEffect, useRef } from "react";

/**
 * Focuses a heading if a change has removed the control that had the focus.
 * @param now the value that changes; undefined until it is known
 */
export function useFocusOnChange(now: number | boolean | undefined) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(now);
  useEffect(() => {
    if (before.current !== undefined && before.current !== now && document.activeElement === document.body) heading.current?.focus();
    before.current = now;
  }, [now]);
  return heading;
}
