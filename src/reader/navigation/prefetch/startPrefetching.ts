import { prefetchInView } from "./prefetchInView.ts";
import { savesData } from "../../device/savesData.ts";
import { linkAt } from "./linkAt.ts";

/**
 * Prefetches the next page before the reader opens it: the one that they point
 * at, and some of those whose links are in view. Does nothing if the reader
 * saves data.
 * @param prefetch takes the address of a page of this edition
 * @param onPage calls back when a page is shown
 */
export async function startPrefetching(prefetch: (href: string) => Promise<boolean>, onPage: (shown: () => void) => void): Promise<void> {
  if (savesData()) return;
  prefetchOnIntent(prefetch);
  const most = await mostInView();
  if (most === 0 || !("IntersectionObserver" in window)) return;
  const look = prefetchInView(prefetch, most, most > FEW ? 2 : 1);
  look();
  onPage(look);
}

/** Below this battery level, from 0 to 1, a device that is not charging prefetches nothing in view. */
const LOW = 0.2;

/** How many pages in view on a good connection: two screens of headlines and their topics. */
const MANY = 16;

/** How many on others: some 10 kB of data. There a page that was not prefetched keeps the reader waiting for a quarter of a second. */
const FEW = 3;

/**
 * How many pages that the reader has not pointed at may be fetched for each page that they read.
 * A browser that does not reveal its connection fetches few: the connection may be metered.
 */
export async function mostInView(): Promise<number> {
  if (savesData() || (await isLow())) return 0;
  const connection: unknown = Reflect.get(navigator, "connection");
  const isKnown = typeof connection === "object" && connection !== null;
  return isKnown && Reflect.get(connection, "effectiveType") === "4g" ? MANY : FEW;
}

async function isLow(): Promise<boolean> {
  const ask: unknown = Reflect.get(navigator, "getBattery");
  if (typeof ask !== "function") return false;
  const battery: unknown = await Promise.resolve(Reflect.apply(ask, navigator, [])).catch(() => undefined);
  if (typeof battery !== "object" || battery === null) return false;
  return Reflect.get(battery, "charging") === false && Number(Reflect.get(battery, "level")) < LOW;
}

/** How long a pointer rests on a link before it is taken as intent, in milliseconds. */
const HOVER = 65;

/** How many pages that the reader has pointed at are fetched at once: a pointer that moves across a list fetches no more. */
const POINTED_AT_ONCE = 2;

/**
 * Prefetches the next page when a pointer rests on its link, when the link gets
 * the focus, or at the first touch. One listener each serves the whole document.
 * @param prefetch takes the address of a page of this edition
 */
function prefetchOnIntent(prefetch: (href: string) => Promise<unknown>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underway = 0;
  const ask = async (href: string) => {
    if (underway === POINTED_AT_ONCE) return;
    underway += 1;
    await prefetch(href);
    underway -= 1;
  };
  const now = ({ target }: Event) => {
    const href = linkAt(target);
    if (href) void ask(href);
  };
  const soon = ({ target }: Event) => {
    clearTimeout(timer);
    const href = linkAt(target);
    if (href) timer = setTimeout(() => void ask(href), HOVER);
  };
  document.addEventListener("pointerover", soon, { passive: true });
  document.addEventListener("focusin", now);
  document.addEventListener("touchstart", now, { passive: true });
}
