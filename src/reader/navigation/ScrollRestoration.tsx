import { useEffect, useLayoutEffect, useRef } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";
import { decoded } from "#content/decoded.ts";
import { entryKey, keepEntries, recall, remember, type Entry } from "./historyEntry.ts";
import { linksTo } from "./followedLink.ts";

/**
 * Shows a new page from its top or from the fragment that its address names, and
 * a page that the reader returns to where they left it. The router's own scroll
 * restoration would also move the first page, which the reader has begun to read
 * before the app starts; that one is left to the browser.
 */
export function ScrollRestoration() {
  const { key, pathname, hash } = useLocation();
  const type = useNavigationType();
  const here = useRef({ key, pathname });

  useEffect(() => rememberScroll(() => here.current.key), []);

  useLayoutEffect(() => {
    const entry = recall(key);
    if (here.current.key === key) {
      // The browser could not restore the position if there was no HTML yet, or if it was told not to.
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

/** Records the scroll position of the page that is shown. Clicks count too: a page can change before its last scroll event. */
function rememberScroll(shown: () => string): () => void {
  const note = () => {
    // On the way to another entry the browser may already have scrolled to its position, or a skeleton may have replaced the page.
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

/** The events by which a reader starts to move the page. */
const MOVES = ["wheel", "pointerdown", "keydown"] as const;

/**
 * Shows a page that the reader returns to where they left it, and keeps it there until
 * they move it: a list may load after its page, and what is above the position may grow.
 * @returns a function that stops keeping it there
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
  // In a window of another width another line would be there: see ScrollAnchor.
  const { innerWidth: width } = window;
  addEventListener("resize", () => innerWidth !== width && letGo(), { signal });
  observer.observe(document.body);
  place(entry);
  return letGo;
}

/** Scrolls as far down as before and, if the page was left by a link, so that the link is where it was. */
function place({ y = 0, link }: Entry): void {
  scrollTo(0, y);
  // The reader may have read on since that link was followed.
  const followed = link?.y === y && linksTo(link.href)[link.place];
  if (followed) scrollBy(0, followed.getBoundingClientRect().top - link.top);
}
