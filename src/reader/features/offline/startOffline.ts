import { watchUpdates } from "./updates.ts";
import { whenIdle } from "../../hydration/early/idle.ts";
import { startWorker } from "./worker.ts";

/** Lets the worker come when the page has loaded and nobody waits for anything. */
export function startOffline(): void {
  whenIdle(() => {
    void startWorker().then((registration) => registration && watchUpdates(registration));
  });
}
