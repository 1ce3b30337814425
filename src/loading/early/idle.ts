/** Resolves when the browser is idle, or after a second: a reader who scrolls without a pause still gets the app. */
export const idle = (): Promise<void> => idleWithin(1000, 1);

/**
 * Runs something that can wait longer: once the page has loaded and the browser is idle.
 * @returns a function that cancels it, if it has not run yet
 */
export function whenIdle(run: () => void): () => void {
  let isCancelled = false;
  const soon = () => void idleWithin(5000, 1000).then(() => isCancelled || run());
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon, { once: true });
  return () => void (isCancelled = true);
}

/**
 * @param atMost milliseconds after which it resolves in any case
 * @param fallback milliseconds to wait in Safari, which does not report idle time
 */
function idleWithin(atMost: number, fallback: number): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve(), { timeout: atMost });
    else setTimeout(resolve, fallback);
  });
}
