import { setImmediate } from "node:timers/promises";
import type { Logger } from "pino";
import { inParallel } from "#content/inParallel.ts";

/**
 * Sends each of a list, several at a time, until all are sent or the process is to stop.
 * A failure is logged, and does not stop the others.
 * @returns how many failed
 */
export async function sendAll<T>(
  things: T[],
  atOnce: number,
  { isStopping, log }: { isStopping: () => boolean; log: Logger },
  send: (thing: T) => Promise<void>,
): Promise<number> {
  let failed = 0;
  await inParallel(things, atOnce, async (thing) => {
    if (isStopping()) return;
    await send(thing).catch((error: unknown) => {
      failed += 1;
      log.error(error);
    });
    // The embedded database never yields, so other requests would not get a turn.
    await setImmediate();
  });
  return failed;
}
