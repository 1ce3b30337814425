/** Where the tab notes that the device is slow. */
const STORE = "broadsheet-slow";

/**
 * Says on <html> that this device is slow: where anything that is done in this tab is
 * what a browser calls a long task, of 50 milliseconds or more (W3C, Long Tasks API).
 * Not every browser tells.
 */
export function watchPace(): void {
  if (isNoted()) say();
  else new PerformanceObserver(note).observe({ type: "longtask", buffered: true });
}

function say(): void {
  document.documentElement.dataset["pace"] = "slow";
}

/** Once is enough. */
function note(_: PerformanceObserverEntryList, observer: PerformanceObserver): void {
  observer.disconnect();
  say();
  try {
    sessionStorage.setItem(STORE, "");
  } catch {
    // The tab may note nothing: the next page finds out by itself.
  }
}

function isNoted(): boolean {
  try {
    return sessionStorage.getItem(STORE) !== null;
  } catch {
    return false;
  }
}
