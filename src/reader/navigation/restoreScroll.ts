import type { Entry } from "./historyEntry.ts";
import { equals } from "./followedLink.ts";

/** What a reader does to go on by themselves. */
const MOVES = ["wheel", "pointerdown", "keydown"] as const;

/**
 * Shows a page that is come back to where it was left, and keeps it there until the
 * reader moves: a list may come after its page, and what is above the place may grow.
 * @returns how to let go
 */
export function restoreScroll(entry: Entry): (() => void) | undefined {
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
