/** How often an open page asks what is new, in milliseconds; after errors twice as long each time, up to an hour. */
export const OFTEN = 5 * 60_000;
const SELDOM = 60 * 60_000;

/** What is on a page that was just loaded is new; and nothing may be in its way. */
export const FIRST = 30_000;

/**
 * Asks soon, and then again and again, as long as somebody can see the page.
 * @param ask rejects when it was in vain
 * @returns stops it
 */
export function poll(ask: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = OFTEN;
  let next = Date.now() + FIRST;
  let stopped = false;
  const again = async () => {
    clearTimeout(timer);
    // Nobody looks: the tab asks when it is looked at again.
    if (document.hidden || stopped) return;
    const left = next - Date.now();
    if (left > 0) {
      timer = setTimeout(() => void again(), left);
      return;
    }
    wait = await ask().then(
      () => OFTEN,
      () => Math.min(SELDOM, wait * 2),
    );
    next = Date.now() + wait;
    await again();
  };
  const look = () => void again();
  document.addEventListener("visibilitychange", look);
  look();
  return () => {
    stopped = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", look);
  };
}
