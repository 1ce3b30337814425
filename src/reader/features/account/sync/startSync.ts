import { library } from "../../../data/library/library.ts";
import { syncOnce } from "./syncOnce.ts";
import { whileUsed } from "./whileUsed.ts";

/** The delay before a change is sent, in milliseconds: changes made together are sent together. */
const SOON = 2_000;

/** The delay before a retry, in milliseconds. It doubles with each further failure, up to ten minutes. */
const RETRY = 5_000;
const LONGEST = 600_000;

/**
 * Syncs the library with the account: now, after each change, when the page is
 * shown or hidden, focused or used for a while, and when the connection comes back.
 * @returns a function that stops it
 */
export function startSync(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let stopped = false;
  const run = async (pull: boolean) => {
    clearTimeout(timer);
    timer = undefined;
    const inSync = await syncOnce(pull).catch((error: unknown) => {
      // A bug, or storage that fails: told as any uncaught error, and no reason to give up.
      reportError(error);
      return false;
    });
    failures = inSync ? 0 : failures + 1;
    if (!inSync && !stopped) later(Math.min(LONGEST, RETRY * 2 ** (failures - 1)), true);
  };
  const later = (wait: number, pull: boolean) => {
    // The first run to come takes every change along, so a change does not shorten the wait after a failure.
    timer ??= setTimeout(() => void run(pull), wait);
  };
  const onChange = () => later(SOON, false);
  const polling = whileUsed(() => void run(true));
  const onReturn = () => {
    polling.begin();
    void run(true);
  };
  const onVisibilityChange = () => {
    if (!document.hidden) onReturn();
    // A hidden page may never be shown again.
    else if (timer !== undefined && failures === 0) void run(false);
  };
  const onConnection = () => void run(true);

  const unsubscribe = library().subscribe(onChange);
  document.addEventListener("visibilitychange", onVisibilityChange);
  addEventListener("focus", onReturn);
  addEventListener("online", onConnection);
  onReturn();
  return () => {
    stopped = true;
    polling.stop();
    clearTimeout(timer);
    unsubscribe();
    document.removeEventListener("visibilitychange", onVisibilityChange);
    removeEventListener("focus", onReturn);
    removeEventListener("online", onConnection);
  };
}
