import type { WorkerMessage } from "#content/serviceWorker.ts";
import { workerScript } from "./workerPolicy.ts";
import { watchUpdates } from "./updates.ts";
import { whenIdle } from "#loading/early/idle.ts";

let asked: Promise<ServiceWorkerRegistration | undefined> | undefined;

/** Registers this edition's worker, once. Without one, or in a browser that forbids it, nothing is kept and everything else works. */
export function startWorker(): Promise<ServiceWorkerRegistration | undefined> {
  asked ??= register().catch(() => undefined);
  return asked;
}

/** Whether the worker answers the requests of this page: not on a first visit, and not if the reader has reloaded past all caches. */
export const isServed = (): boolean => Boolean(container()?.controller);

/**
 * Sends a message to the worker as soon as it is active. Does nothing without a worker.
 * @param message called then, for what is known only at that moment
 */
export async function postToWorker(message: WorkerMessage | (() => WorkerMessage)): Promise<void> {
  if (!(await startWorker())) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(typeof message === "function" ? message() : message, []);
}

async function register(): Promise<ServiceWorkerRegistration | undefined> {
  const workers = container();
  const script = workers && workerScript(document);
  if (!workers || script === undefined) return undefined;
  // The types allow only a string as the address; under Trusted Types it is an object.
  const ask: unknown = Reflect.get(workers, "register");
  if (typeof ask !== "function") return undefined;
  const registration: unknown = await Reflect.apply(ask, workers, [script, { updateViaCache: "none" }]);
  return registration instanceof ServiceWorkerRegistration ? registration : undefined;
}

/** In private windows of some browsers the property exists, but is undefined. */
function container(): ServiceWorkerContainer | undefined {
  const found: unknown = Reflect.get(navigator, "serviceWorker");
  return typeof ServiceWorkerContainer === "function" && found instanceof ServiceWorkerContainer ? found : undefined;
}

/** Starts the worker at idle, and watches for updates. */
export function startOffline(): void {
  whenIdle(() => {
    void startWorker().then((registration) => registration && watchUpdates(registration));
  });
}
