/** How long a server may take to begin its answer, and to end it, in milliseconds. */
const BEGINS = 10_000;
const ENDS = 45_000;

/**
 * As `fetch`, but what is not answered in time fails: a dead line may never say so,
 * and a reader would wait for ever.
 * @throws a TimeoutError, or whatever fetch throws; the signal's own error when it was cancelled
 */
export async function fetchInTime(url: string, { signal, ...options }: RequestInit = {}): Promise<Response> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(new DOMException(`No answer for ${url} in time.`, "TimeoutError")), BEGINS);
  const signals = [patience.signal, AbortSignal.timeout(ENDS), ...(signal ? [signal] : [])];
  return fetch(url, { ...options, signal: AbortSignal.any(signals) }).finally(() => clearTimeout(timer));
}
