import { startTransition, useEffect, useState } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";
import { painted } from "./painted.ts";

/** Hardly a teaser or a paragraph is lower, in pixels: on phones a few without a picture are. */
const LOWEST = 120;

/** How many teasers or paragraphs the window holds at most. */
export const inWindow = () => Math.ceil(innerHeight / LOWEST);

/**
 * Whether a page shows all of itself. One that the reader has just opened by a
 * link first shows what its first screen holds, headline and text, and the rest once that is painted:
 * so both are there sooner. A page that is come back to, or opened at a
 * part of itself, is whole at once, since its place is to be found.
 */
export function useIsWhole(): boolean {
  const type = useNavigationType();
  const { hash } = useLocation();
  const [isWhole, setWhole] = useState(type !== NavigationType.Push || hash !== "");
  useEffect(() => {
    if (!isWhole) void painted().then(() => startTransition(() => setWhole(true)));
  }, [isWhole]);
  return isWhole;
}
