/** How long a server may take to begin its answer, and to complete it, in milliseconds. */
const TIMEOUTS_MS = { begins: 10_000, ends: 45_000 };

/** The same for requests with a body: on a slow connection, the largest sync takes a minute. */
const SENDING_TIMEOUTS_MS = { begins: 90_000, ends: 180_000 };

/**
 * Like `fetch`, but fails if no answer comes in time: a dead connection may never
 * report an error, and the reader would wait for ever.
 * @throws a TimeoutError, or whatever fetch throws; the signal's own error when it was cancelled
 */
export async function fetchInTime(url: string, { signal, ...options }: RequestInit = {}): Promise<Response> {
  const patience = new AbortController();
  const { begins, ends } = options.body ? SENDING_TIMEOUTS_MS : TIMEOUTS_MS;
  const timer = setTimeout(() => patience.abort(new DOMException(`No answer for ${url} in time.`, "TimeoutError")), begins);
  const signals = [patience.signal, AbortSignal.timeout(ends), ...(signal ? [signal] : [])];
  return fetch(url, { ...options, signal: AbortSignal.any(signals) }).finally(() => clearTimeout(timer));
}
