import { fetchInTime } from "./fetchInTime.ts";

/** Whether the server has this page, and can be reached at all. */
export async function answers(url: string): Promise<boolean> {
  return fetchInTime(url, { method: "HEAD", cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/**
 * Loads a page anew, with its code. Not where the server is out of reach: the browser would show its own error in place of ours.
 * @param lastWish done just before the page goes
 * @returns whether it does
 */
export async function loadAnew(url: string, lastWish?: () => void): Promise<boolean> {
  if (!(await answers(url))) return false;
  lastWish?.();
  if (url !== location.href) location.assign(url);
  else {
    // The app finds the place again by itself (ScrollRestoration): the browser goes by what it had for an anchor, which may be a part that is gone.
    addEventListener("pagehide", () => (history.scrollRestoration = "manual"), { once: true });
    location.reload();
  }
  return true;
}
