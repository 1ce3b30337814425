import { library } from "../../../data/library/library.ts";
import { syncOnce } from "./syncOnce.ts";

/** How long after a change it is sent, in milliseconds: what is changed together is sent together. */
const SOON = 2_000;

/** After a failure it is tried again after this long, and after each further one twice as long as before, up to ten minutes. */
const RETRY = 5_000;
const LONGEST = 600_000;

/**
 * Keeps the library in step with the account: now, after each change, when the
 * page is looked at or put away, and when the connection comes back.
 * @returns stops it
 */
export function keepInStep(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let stopped = false;
  const run = async (pull: boolean) => {
    clearTimeout(timer);
    timer = undefined;
    const inStep = await syncOnce(pull);
    failures = inStep ? 0 : failures + 1;
    if (!inStep && !stopped) later(Math.min(LONGEST, RETRY * 2 ** (failures - 1)), true);
  };
  const later = (wait: number, pull: boolean) => {
    // What comes first takes the rest along. So a change does not shorten the wait after a failure.
    timer ??= setTimeout(() => void run(pull), wait);
  };
  const onChange = () => later(SOON, false);
  const onSight = () => {
    if (!document.hidden) void run(true);
    // A page that is put away may never come back.
    else if (timer !== undefined && failures === 0) void run(false);
  };
  const onConnection = () => void run(true);

  const unsubscribe = library().subscribe(onChange);
  document.addEventListener("visibilitychange", onSight);
  addEventListener("online", onConnection);
  void run(true);
  return () => {
    stopped = true;
    clearTimeout(timer);
    unsubscribe();
    document.removeEventListener("visibilitychange", onSight);
    removeEventListener("online", onConnection);
  };
}
