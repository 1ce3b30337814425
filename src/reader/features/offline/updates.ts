import { makeOffer } from "../../toasts/offers.ts";

/** How often an open tab asks whether there is a newer version of the app, at most, in milliseconds. */
const SOMETIMES = 60 * 60_000;

/** When the new version asks once more to take over, and when the page is loaded anew in any case, in milliseconds. */
const AGAIN = [500, 1000, 1500];
const AT_LAST = 2000;

/** A version of the worker, and those that there are of it. */
type Version = Pick<ServiceWorker, "state" | "postMessage" | "addEventListener">;
type Versions = Pick<ServiceWorkerRegistration, "update" | "addEventListener"> &
  Record<"active" | "waiting" | "installing", Version | null>;

/**
 * Tells the reader of a new version when all of it is on the device. It comes
 * into use when the reader says so, or when no tab of the version before is open.
 */
export function watchUpdates(registration: Versions): void {
  const tell = () =>
    makeOffer({ id: "update", text: (words) => words.updateReady, label: (words) => words.reload, take: () => change(registration) });
  // On a first visit there is no version before, and nothing to tell.
  const isUpdate = () => registration.active !== null && navigator.serviceWorker.controller !== null;
  if (registration.waiting && isUpdate()) tell();
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && isUpdate()) tell();
    });
  });
  lookSometimes(registration);
}

/**
 * Only this tab loads anew: others go on with the version that they have. The
 * version before may wake up once more for a request of the page; Chromium then
 * gives it half a minute, unless the new version asks to take over again.
 */
function change({ waiting, active }: Versions): void {
  const reload = () => location.reload();
  // Another tab may have let it in already.
  if (!waiting) return reload();
  // Not at the change of the controller, which is before the new version has done what it does when it is activated.
  waiting.addEventListener("statechange", () => {
    if (waiting.state === "activated") reload();
  });
  const ask = (worker: Version | null) => worker?.postMessage({ type: "activate" }, []);
  ask(active);
  ask(waiting);
  // Each of these ends what the version before is still doing. When the page is loaded anew, that may be to answer for it.
  for (const later of AGAIN) setTimeout(() => ask(waiting), later);
  setTimeout(reload, AT_LAST);
}

/** The browser looks by itself when a page is loaded; a tab may stay open for days. */
function lookSometimes(registration: Versions): void {
  let last = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - last < SOMETIMES) return;
    last = Date.now();
    // Without a connection there is nothing to find out.
    registration.update().catch(() => {});
  });
}
