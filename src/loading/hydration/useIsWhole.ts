import { startTransition, useEffect, useState } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";
import { painted } from "./painted.ts";

/** Hardly any teaser or paragraph is less tall than this, in pixels: only a few without a picture, on phones. */
const LEAST_HEIGHT = 120;

/** How many teasers or paragraphs the window holds at most. */
export const mostInWindow = () => Math.ceil(innerHeight / LEAST_HEIGHT);

/**
 * Whether a page renders all of its content. A page that the reader has just opened
 * by a link first renders its first screen, headline and text, and the rest once that
 * is painted: both appear sooner this way. A page that the reader returns to, or opens
 * at a fragment, is whole at once, since the scroll position has to be found.
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
