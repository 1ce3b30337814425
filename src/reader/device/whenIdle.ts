/**
 * Runs when the page has loaded and the browser has nothing better to do.
 * @returns what calls it off, where that moment has not come yet
 */
export function whenIdle(run: () => void): () => void {
  const now = () => run();
  const soon = () => {
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback === "function") requestIdleCallback(now, { timeout: 5000 });
    else setTimeout(now, 1000);
  };
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon, { once: true });
  return () => void (run = () => {});
}
