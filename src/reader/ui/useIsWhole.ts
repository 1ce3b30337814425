import { startTransition, useEffect, useState } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";
import { shown } from "./shown.ts";

/**
 * Whether a page shows all of itself. One that the reader has just opened by a
 * link first shows what its first screen holds, and the rest once that is painted:
 * so its headline is there sooner. A page that is come back to, or opened at a
 * part of itself, is whole at once, since its place is to be found; but one that
 * knows its place, as a list does, first shows what it holds until there.
 * @param hasPlace whether what is shown first has the place to which the reader comes back
 */
export function useIsWhole(hasPlace = false): boolean {
  const type = useNavigationType();
  const { hash } = useLocation();
  const [isWhole, setWhole] = useState(!hasPlace && (type !== NavigationType.Push || hash !== ""));
  useEffect(() => {
    if (!isWhole) void shown().then(() => startTransition(() => setWhole(true)));
  }, [isWhole]);
  return isWhole;
}
