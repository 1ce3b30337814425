import { storedItem, storeItem } from "../store/storage.ts";

/** Where the tab notes that the device is slow. */
const STORE = "broadsheet-slow";

/** What tells of slowness, and from which length on, in milliseconds. A page is laid out in one frame: only a slow device takes that long. */
const TOO_LONG = { longtask: 50, "long-animation-frame": 100 };

/**
 * Says on <html> that this device is slow: where anything that is done in this tab is
 * what a browser calls a long task (W3C, Long Tasks API), or a frame takes twice as
 * long (W3C, Long Animation Frames API). Not every browser tells.
 */
export function detectSlowDevice(): void {
  if (storedItem("sessionStorage", STORE) !== null) return say();
  const observer = new PerformanceObserver((list) => {
    const isSlow = list.getEntries().some(({ entryType, duration }) => duration >= (Reflect.get(TOO_LONG, entryType) ?? Infinity));
    if (!isSlow) return;
    // Once is enough.
    observer.disconnect();
    say();
    // Where the tab keeps nothing, the next page finds out by itself.
    storeItem("sessionStorage", STORE, "");
  });
  for (const type of Object.keys(TOO_LONG)) observer.observe({ type, buffered: true });
}

function say(): void {
  document.documentElement.dataset["pace"] = "slow";
}
