import { useEffect, useLayoutEffect, useRef } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";
import { decoded } from "#content/decoded.ts";
import { entryKey, keepEntries, recall, remember, type Entry } from "./historyEntry.ts";
import { equals } from "./followedLink.ts";

/**
 * Shows a new page from its top or from the part that its address names, and a
 * page that is come back to where it was left. The router's own way would move
 * the first page as well, which its reader has begun to read before the app is
 * there; that page's place is the browser's affair.
 */
export function ScrollRestoration() {
  const { key, pathname, hash } = useLocation();
  const type = useNavigationType();
  const here = useRef({ key, pathname });

  useEffect(() => rememberScroll(() => here.current.key), []);

  useLayoutEffect(() => {
    const entry = recall(key);
    if (here.current.key === key) {
      // The browser could not find the place again where there was no HTML yet, or was told not to.
      return scrollY === 0 ? restoreScroll(entry) : undefined;
    }
    const moved = here.current.pathname !== pathname;
    here.current = { key, pathname };
    const back = type === NavigationType.Pop;
    const part = elementOf(hash);
    if (back && entry.y) return restoreScroll(entry);
    if (part && (back || moved)) part.scrollIntoView();
    else if (moved || !hash) scrollTo(0, 0);
    return undefined;
  }, [key, pathname, hash, type]);

  return null;
}

/** Follows the place on the page that is shown. Clicks count too: a page can change before it tells of its last scroll. */
function rememberScroll(shown: () => string): () => void {
  const note = () => {
    // On the way to another entry the browser may already have moved to its place, or the page may have given way to a skeleton.
    if (entryKey() === shown() && !document.querySelector("#main[aria-busy]")) remember(shown(), { y: scrollY });
  };
  const leave = () => {
    note();
    keepEntries();
    history.scrollRestoration = "auto";
  };
  const enter = () => (history.scrollRestoration = "manual");
  enter();
  for (const event of ["scroll", "click"]) addEventListener(event, note, { capture: true, passive: true });
  addEventListener("pagehide", leave);
  addEventListener("pageshow", enter);
  return () => {
    for (const event of ["scroll", "click"]) removeEventListener(event, note, { capture: true });
    removeEventListener("pagehide", leave);
    removeEventListener("pageshow", enter);
    history.scrollRestoration = "auto";
  };
}

function elementOf(hash: string): HTMLElement | null {
  return hash ? document.getElementById(decoded(hash.slice(1))) : null;
}

/** What a reader does to go on by themselves. */
const MOVES = ["wheel", "pointerdown", "keydown"] as const;

/**
 * Shows a page that is come back to where it was left, and keeps it there until the
 * reader moves: a list may come after its page, and what is above the place may grow.
 * @returns how to let go
 */
function restoreScroll(entry: Entry): (() => void) | undefined {
  if (!entry.y) return;
  const observer = new ResizeObserver(() => place(entry));
  const listening = new AbortController();
  const letGo = () => {
    observer.disconnect();
    listening.abort();
  };
  const { signal } = listening;
  for (const move of MOVES) addEventListener(move, letGo, { capture: true, signal });
  // In a window of another width another line would stand there, see ScrollAnchor.
  const { innerWidth: width } = window;
  addEventListener("resize", () => innerWidth !== width && letGo(), { signal });
  observer.observe(document.body);
  place(entry);
  return letGo;
}

/** As far down as then, and where the page was left by a link, so that the link stands where it stood. */
function place({ y = 0, link }: Entry): void {
  scrollTo(0, y);
  // The reader may have read on since that link was followed.
  const again = link?.y === y && equals(link.href)[link.place];
  if (again) scrollBy(0, again.getBoundingClientRect().top - link.top);
}
