import { type RefObject, useEffect, useRef } from "react";

/**
 * Focuses a heading if a change has removed the control that had the focus.
 * @param now the value that changes; undefined until it is known
 */
export function useFocusOnChange(now: string | number | boolean | undefined, preventScroll = false): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(now);
  useEffect(() => {
    const isChanged = before.current !== undefined && before.current !== now;
    if (isChanged && document.activeElement === document.body) heading.current?.focus({ preventScroll });
    before.current = now;
  }, [now, preventScroll]);
  return heading;
}
