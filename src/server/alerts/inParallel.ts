import { setImmediate } from "node:timers/promises";
import type { Logger } from "pino";

/**
 * Does some work for each of many things, several of them at once, until all are done or
 * it is to stop. Where it fails for one, the log says so, and the others have their turn.
 * @returns how often it failed
 */
export async function inParallel<T>(
  things: T[],
  atOnce: number,
  { isStopping, log }: { isStopping: () => boolean; log: Logger },
  work: (thing: T) => Promise<void>,
): Promise<number> {
  let failed = 0;
  // They share the iterator: each takes the next.
  const waiting = things.values();
  const worker = async () => {
    for (const thing of waiting) {
      if (isStopping()) return;
      await work(thing).catch((error: unknown) => {
        failed += 1;
        log.error(error);
      });
      // The embedded database never waits, so nobody else would have a turn.
      await setImmediate();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return failed;
}
