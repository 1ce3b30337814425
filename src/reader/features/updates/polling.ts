/** How often an open page asks what is new, in milliseconds; after errors twice as long each time, up to an hour. */
export const OFTEN = 5 * 60_000;
const SELDOM = 60 * 60_000;

/** The longest wait while what is shown comes from the device, in milliseconds: the notice of that shall not outlast its cause. */
export const LOST = 30_000;

/** How soon a page that was just loaded asks again, in milliseconds. */
export const FIRST = 30_000;

/** A connection that is said to be back may take a moment until it answers, in milliseconds; after errors twice as long each time. */
export const SOON = 2000;

/**
 * Asks at once, so that it is known from then on what is new, soon again, and then again and again, as long as somebody can see the page; and when the connection is back.
 * @param ask rejects when it was in vain
 * @param lost tells whether the server is out of reach, and calls when that changes
 */
export function poll(ask: () => Promise<void>, lost: { is: () => boolean; watch: (changed: () => void) => void }): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = OFTEN;
  let next = Date.now() + FIRST;
  const again = () => {
    clearTimeout(timer);
    // Nobody looks: the tab asks when it is looked at again.
    if (document.hidden) return;
    const left = next - Date.now();
    if (left > 0) timer = setTimeout(again, left);
    else
      void ask().then(
        () => askIn(OFTEN),
        () => askIn(Math.min(lost.is() ? LOST : SELDOM, wait * 2)),
      );
  };
  const askIn = (time: number) => {
    wait = time;
    next = Date.now() + time;
    again();
  };
  document.addEventListener("visibilitychange", again);
  addEventListener("online", () => askIn(SOON));
  lost.watch(() => lost.is() && askIn(SOON));
  ask().catch(() => {});
  again();
}
