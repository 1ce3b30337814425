import { useEffect, useRef } from "react";

/**
 * What was pressed may be gone when something has changed: then a heading gets the focus.
 * @param now what changes by a press; undefined before it is known
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
