import { storedItem, storeItem } from "../store/storage.ts";

/** The key of the tab's note that the device is slow. */
const STORE = "broadsheet-slow";

/** Performance entries that reveal a slow device, with their least duration in milliseconds: other devices lay out a page in one frame. */
const TOO_LONG = { longtask: 50, "long-animation-frame": 100 };

/**
 * Marks <html> if this device is slow: if anything in this tab is a long task (W3C,
 * Long Tasks API), or a frame takes twice as long (W3C, Long Animation Frames API).
 * Not every browser reports them.
 */
export function detectSlowDevice(): void {
  if (storedItem("sessionStorage", STORE) !== null) return markSlow();
  const observer = new PerformanceObserver((list) => {
    const isSlow = list.getEntries().some(({ entryType, duration }) => duration >= (Reflect.get(TOO_LONG, entryType) ?? Infinity));
    if (!isSlow) return;
    // Once is enough.
    observer.disconnect();
    markSlow();
    // If the tab cannot store it, the next page detects it again.
    storeItem("sessionStorage", STORE, "");
  });
  for (const type of Object.keys(TOO_LONG)) observer.observe({ type, buffered: true });
}

function markSlow(): void {
  document.documentElement.dataset["pace"] = "slow";
}
