import { type RefObject, useEffect, useRef } from "react";

type Shown = string | number | boolean | undefined;

/**
 * Focuses an element if a change has removed the control that had the focus.
 * @param shown what is shown, which changes; undefined until it is known, false while something else is shown in place of the element
 * @param before the same before the first render
 */
export function useFocusIfLost<Target extends HTMLElement = HTMLHeadingElement>(
  shown: Shown,
  { before = shown, preventScroll = false }: { before?: Shown; preventScroll?: boolean } = {},
): RefObject<Target | null> {
  const target = useRef<Target>(null);
  const last = useRef(before);
  useEffect(() => {
    const isChanged = last.current !== undefined && shown !== false && last.current !== shown;
    if (isChanged && document.activeElement === document.body) target.current?.focus({ preventScroll });
    last.current = shown;
  }, [shown, preventScroll]);
  return target;
}
