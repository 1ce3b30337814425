import { fetchInTime } from "./fetchInTime.ts";

/** Whether the server can be reached and has this page. */
export async function isReachable(url: string): Promise<boolean> {
  return fetchInTime(url, { method: "HEAD", cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/**
 * Loads a page again, with its code, unless the server is out of reach: the browser would show its own error instead of ours.
 * @param beforeUnload called just before the page unloads
 * @returns whether the page is loaded again
 */
export async function reloadPage(url: string, beforeUnload?: () => void): Promise<boolean> {
  if (!(await isReachable(url))) return false;
  beforeUnload?.();
  if (url !== location.href) location.assign(url);
  else {
    // The app restores the scroll position itself (ScrollRestoration): the browser's scroll anchor may be a part that is gone.
    addEventListener("pagehide", () => (history.scrollRestoration = "manual"), { once: true });
    location.reload();
  }
  return true;
}
