import { prefetchInView } from "./prefetchInView.ts";
import { savesData } from "../../device/savesData.ts";
import { linkAt } from "./linkAt.ts";

/**
 * Prefetches the next page before it is asked for: the one that the reader
 * points at, and some of those whose links are in view. Nothing where
 * the reader saves data.
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

/** Below this part of its charge a device that is not plugged in spares its radio. */
const LOW = 0.2;

/** On a good connection two screens of headlines and their topics. */
const MANY = 16;

/** Elsewhere: some 10 kB of data. There a page that was not prefetched keeps the reader waiting for a quarter of a second. */
const FEW = 3;

/**
 * How many pages that nobody has pointed at may be fetched for each page that is read.
 * A browser that does not tell how it is connected gets few: the connection may be paid for by the byte.
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

/** How many pages that the reader has pointed at are fetched at once: a pointer that wanders over a list asks for no more. */
const POINTED_AT_ONCE = 2;

/**
 * Asks for the next page before the reader does: when a pointer rests on its
 * link, when the link has the focus, or at the first touch. One listener each for
 * the whole document.
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
