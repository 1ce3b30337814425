/** How long a server may take to begin its answer, and to end it, in milliseconds. */
const PATIENCE = { begins: 10_000, ends: 45_000 };

/** The same where something is sent first: a slow line takes a minute for what a sync may hold. */
const SENDING = { begins: 90_000, ends: 180_000 };

/**
 * As `fetch`, but what is not answered in time fails: a dead line may never say so,
 * and a reader would wait for ever.
 * @throws a TimeoutError, or whatever fetch throws; the signal's own error when it was cancelled
 */
export async function fetchInTime(url: string, { signal, ...options }: RequestInit = {}): Promise<Response> {
  const patience = new AbortController();
  const { begins, ends } = options.body ? SENDING : PATIENCE;
  const timer = setTimeout(() => patience.abort(new DOMException(`No answer for ${url} in time.`, "TimeoutError")), begins);
  const signals = [patience.signal, AbortSignal.timeout(ends), ...(signal ? [signal] : [])];
  return fetch(url, { ...options, signal: AbortSignal.any(signals) }).finally(() => clearTimeout(timer));
}
