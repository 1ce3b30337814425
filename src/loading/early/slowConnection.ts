/** From this round trip on, fonts come after the reader has begun to read, in milliseconds. */
const SLOW_MS = 100;

/**
 * Whether the connection is metered or slow: by what the browser says of it, which only Chromium does, or by how long it took to reach
 * the server. A page from the device, or over a connection that was open already, is not the first of a visit and counts as fast.
 */
export function isSlowConnection(): boolean {
  const { saveData, effectiveType = "4g" }: { saveData?: unknown; effectiveType?: unknown } = Reflect.get(navigator, "connection") ?? {};
  if (saveData === true || effectiveType !== "4g") return true;
  const [page] = performance.getEntriesByType("navigation");
  if (!(page instanceof PerformanceNavigationTiming)) return false;
  const { connectStart, secureConnectionStart, connectEnd } = page;
  // With TLS over TCP, the first of two or three round trips.
  return (secureConnectionStart > connectStart ? secureConnectionStart : connectEnd) - connectStart >= SLOW_MS;
}
