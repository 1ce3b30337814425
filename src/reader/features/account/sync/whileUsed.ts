/** The first delay, in milliseconds. It doubles up to the longest. */
const FIRST = 30_000;
const LONGEST = 300_000;

const USES = ["pointerdown", "keydown", "scroll"];

/**
 * Calls a function at growing intervals while the page is visible and used. A page that is only open causes no call;
 * once it is used again, a call that was due comes at once.
 * @returns `begin` starts again with the first delay, `stop` ends it
 */
export function whileUsed(act: () => void): { begin: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST;
  let isUsed = false;
  let isDue = false;
  const schedule = () => {
    clearTimeout(timer);
    isUsed = isDue = false;
    timer = setTimeout(() => {
      isDue = true;
      if (isUsed) call();
    }, wait);
  };
  const call = () => {
    if (document.hidden) return;
    wait = Math.min(LONGEST, wait * 2);
    schedule();
    act();
  };
  const onUse = () => {
    isUsed = true;
    if (isDue) call();
  };
  for (const use of USES) addEventListener(use, onUse, { capture: true, passive: true });
  return {
    begin: () => {
      wait = FIRST;
      schedule();
    },
    stop: () => {
      clearTimeout(timer);
      for (const use of USES) removeEventListener(use, onUse, { capture: true });
    },
  };
}
