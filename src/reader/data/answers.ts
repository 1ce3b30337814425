/** Whether the server has this page, and can be reached at all. */
export async function answers(url: string): Promise<boolean> {
  return fetch(url, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(10_000) }).then(
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
  // Where the page reloads, the browser keeps its place.
  if (url === location.href) location.reload();
  else location.assign(url);
  return true;
}
