import type { WorkerMessage } from "#content/serviceWorker.ts";
import { workerScript } from "./workerScript.ts";
import { watchUpdates } from "./updates.ts";
import { whenIdle } from "../../hydration/early/idle.ts";

let asked: Promise<ServiceWorkerRegistration | undefined> | undefined;

/** Starts this edition's worker, once. Where there is none, or the browser allows none, nothing is kept and all else works. */
export function startWorker(): Promise<ServiceWorkerRegistration | undefined> {
  asked ??= register().catch(() => undefined);
  return asked;
}

/** Says something to the worker as soon as it can hear it. Never answered where there is none. */
export async function tellWorker(message: WorkerMessage): Promise<void> {
  if (!(await startWorker())) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(message, []);
}

async function register(): Promise<ServiceWorkerRegistration | undefined> {
  // Private windows of some browsers have the property, and nothing in it.
  const container: unknown = Reflect.get(navigator, "serviceWorker");
  if (!(typeof ServiceWorkerContainer === "function" && container instanceof ServiceWorkerContainer)) return undefined;
  const script = workerScript(document);
  if (script === undefined) return undefined;
  // The types know an address only as a text; under Trusted Types it is an object.
  const ask: unknown = Reflect.get(container, "register");
  if (typeof ask !== "function") return undefined;
  const registration: unknown = await Reflect.apply(ask, container, [script, { updateViaCache: "none" }]);
  return registration instanceof ServiceWorkerRegistration ? registration : undefined;
}

/** Lets the worker come when the page has loaded and nobody waits for anything. */
export function startOffline(): void {
  whenIdle(() => {
    void startWorker().then((registration) => registration && watchUpdates(registration));
  });
}
