/** Resolves when the browser has nothing better to do. Someone who scrolls without a pause still gets the app. */
export const idle = (): Promise<void> => idleWithin(1000, 1);

/**
 * Runs what can wait for longer: when the page has loaded and the browser is idle.
 * @returns what calls it off, where that moment has not come yet
 */
export function whenIdle(run: () => void): () => void {
  let isOff = false;
  const soon = () => void idleWithin(5000, 1000).then(() => isOff || run());
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon, { once: true });
  return () => void (isOff = true);
}

/**
 * @param atMost milliseconds after which it resolves all the same
 * @param unknown milliseconds in Safari, which cannot tell; a new task has to do there
 */
function idleWithin(atMost: number, unknown: number): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve(), { timeout: atMost });
    else setTimeout(resolve, unknown);
  });
}
