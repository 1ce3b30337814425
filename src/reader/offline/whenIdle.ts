/** Runs when the page has loaded and the browser has nothing better to do. */
export function whenIdle(run: () => void): void {
  const soon = () => {
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback === "function") requestIdleCallback(run, { timeout: 5000 });
    else setTimeout(run, 1000);
  };
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon, { once: true });
}
