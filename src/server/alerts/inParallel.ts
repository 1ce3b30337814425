import { setImmediate } from "node:timers/promises";
import type { Logger } from "pino";

/**
 * Does work for each item of a list, several at a time, until all are done or the
 * process is to stop. A failure is logged, and does not stop the others.
 * @returns how many failed
 */
export async function inParallel<T>(
  things: T[],
  atOnce: number,
  { isStopping, log }: { isStopping: () => boolean; log: Logger },
  work: (thing: T) => Promise<void>,
): Promise<number> {
  let failed = 0;
  // The workers share the iterator: each takes the next item.
  const waiting = things.values();
  const worker = async () => {
    for (const thing of waiting) {
      if (isStopping()) return;
      await work(thing).catch((error: unknown) => {
        failed += 1;
        log.error(error);
      });
      // The embedded database never yields, so other requests would not get a turn.
      await setImmediate();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return failed;
}
