/** Someone who scrolls without a pause still gets the app, in milliseconds. */
const AT_MOST = 1000;

/** Resolves when the browser has nothing better to do. Safari cannot tell; there a new task has to do. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve(), { timeout: AT_MOST });
    else setTimeout(resolve, 1);
  });
}
