import { startTransition, useEffect, useState } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";

/** A window that is hidden is not drawn, and still becomes whole, after this many milliseconds. */
const AT_MOST = 150;

/**
 * Whether a page shows all of itself. One that the reader has just opened by a
 * link first shows what its first screen holds, and the rest once that is painted:
 * so its headline is there sooner. A page that is come back to, or opened at a
 * part of itself, is whole at once, since its place is to be found.
 */
export function useIsWhole(): boolean {
  const type = useNavigationType();
  const { hash } = useLocation();
  const [isWhole, setWhole] = useState(type !== NavigationType.Push || hash !== "");
  useEffect(() => {
    if (isWhole) return;
    const complete = () => startTransition(() => setWhole(true));
    const timer = setTimeout(complete, AT_MOST);
    const frame = requestAnimationFrame(() => setTimeout(complete));
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [isWhole]);
  return isWhole;
}
