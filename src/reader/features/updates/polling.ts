/** How often an open page asks what is new, in milliseconds; each error doubles the wait, up to an hour. */
export const OFTEN = 5 * 60_000;
const SELDOM = 60 * 60_000;

/** The longest wait while content comes from the device, in milliseconds: the notice of that must not outlast its cause. */
export const UNREACHABLE = 30_000;

/** How soon a page that was just loaded asks again, in milliseconds. */
export const FIRST = 30_000;

/** How soon to ask when the connection is reported as back, since it may take a moment, in milliseconds; each error doubles the wait. */
export const SOON = 2000;

/**
 * Asks at once, so that later answers can be compared with the first, again soon after, and then regularly while the page is
 * visible; and when the connection is back.
 * @param ask rejects if the request failed
 * @param unreachable tells whether the server is out of reach, and calls when that changes
 */
export function poll(ask: () => Promise<void>, unreachable: { is: () => boolean; watch: (changed: () => void) => void }): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = OFTEN;
  let next = Date.now() + FIRST;
  const askIfDue = () => {
    clearTimeout(timer);
    // A hidden tab asks when it is visible again.
    if (document.hidden) return;
    const left = next - Date.now();
    if (left > 0) timer = setTimeout(askIfDue, left);
    else
      void ask().then(
        () => askIn(OFTEN),
        () => askIn(Math.min(unreachable.is() ? UNREACHABLE : SELDOM, wait * 2)),
      );
  };
  const askIn = (time: number) => {
    wait = time;
    next = Date.now() + time;
    askIfDue();
  };
  document.addEventListener("visibilitychange", askIfDue);
  addEventListener("online", () => askIn(SOON));
  unreachable.watch(() => unreachable.is() && askIn(SOON));
  ask().catch(() => {});
  askIfDue();
}
