/** Whether one page may melt into the next: where the browser can, and the reader has not asked for less motion here or in the system. */
export function movesPages(): boolean {
  if (typeof document === "undefined" || !("startViewTransition" in document)) return false;
  return document.documentElement.dataset["motion"] !== "less" && !matchMedia("(prefers-reduced-motion: reduce)").matches;
}
