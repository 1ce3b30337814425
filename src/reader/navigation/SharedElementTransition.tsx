import { useEffect, useLayoutEffect, useRef } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";
import { mayTransition } from "./viewTransitions.ts";
import { recall } from "./historyEntry.ts";
import { followedLinkAt } from "./followedLink.ts";
import "./sharedElementTransition.css";

/**
 * Marks the teaser that a reader opens, so that its headline and picture grow
 * into the story's, and on Back the story's shrink into it. Style sheets give
 * both the same names for the transition; a name used twice at once would skip it.
 */
export function SharedElementTransition() {
  const { key } = useLocation();
  const type = useNavigationType();
  const here = useRef(key);

  useEffect(() => {
    const follow = ({ target }: MouseEvent) => mark(target instanceof Element && mayTransition() ? target.closest("a[href]") : null);
    document.addEventListener("click", follow, { capture: true });
    return () => document.removeEventListener("click", follow, { capture: true });
  }, []);

  useLayoutEffect(() => {
    const from = here.current;
    if (from === key) return;
    here.current = key;
    mark(null);
    // From far down a story its headline would fly across the whole page.
    if (type === NavigationType.Pop && mayTransition() && (recall(from).y ?? 0) < innerHeight / 2) mark(followedLinkAt(key) ?? null);
  }, [key, type]);

  return null;
}

/** @param link the link that is followed; null for none. If it is not a teaser's headline, nothing is marked. */
function mark(link: Element | null): void {
  for (const marked of document.querySelectorAll("[data-opened]")) marked.removeAttribute("data-opened");
  const headline = link?.closest(".teaser > :is(h2, h3), .feature h2");
  headline?.closest(".teaser, .feature")?.setAttribute("data-opened", "");
}
