import { makeOffer } from "../../toasts/offers.ts";

/** How often an open tab checks for a newer version of the app, at most, in milliseconds. */
const SOMETIMES = 60 * 60_000;

/** When the new version is asked again to take over, and when the page is reloaded in any case, in milliseconds. */
const AGAIN = [500, 1000, 1500];
const AT_LAST = 2000;

/** A version of the worker, and all versions of its registration. */
type Version = Pick<ServiceWorker, "state" | "postMessage" | "addEventListener">;
type Versions = Pick<ServiceWorkerRegistration, "update" | "addEventListener"> &
  Record<"active" | "waiting" | "installing", Version | null>;

/**
 * Tells the reader about a new version once all of it is on the device. It takes
 * over when the reader accepts it, or when no tab of the previous version is open.
 */
export function watchUpdates(registration: Versions): void {
  const offerUpdate = () =>
    makeOffer({ id: "update", text: (words) => words.updateReady, label: (words) => words.reload, take: () => change(registration) });
  // On a first visit there is no previous version, and nothing to announce.
  const isUpdate = () => registration.active !== null && navigator.serviceWorker.controller !== null;
  if (registration.waiting && isUpdate()) offerUpdate();
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && isUpdate()) offerUpdate();
    });
  });
  checkSometimes(registration);
}

/**
 * Only this tab is reloaded: others continue with the version that they have. The
 * previous version may wake up once more for a request of the page; Chromium then
 * gives it half a minute, unless the new version asks again to take over.
 */
function change({ waiting, active }: Versions): void {
  const reload = () => location.reload();
  // Another tab may have activated it already.
  if (!waiting) return reload();
  // Not at `controllerchange`, which comes before the new version has handled its activation.
  waiting.addEventListener("statechange", () => {
    if (waiting.state === "activated") reload();
  });
  const ask = (worker: Version | null) => worker?.postMessage({ type: "activate" }, []);
  ask(active);
  ask(waiting);
  // Each of these ends what the previous version is still doing, which during a reload may be answering for the page.
  for (const later of AGAIN) setTimeout(() => ask(waiting), later);
  setTimeout(reload, AT_LAST);
}

/** The browser checks by itself when a page is loaded, but a tab may stay open for days. */
function checkSometimes(registration: Versions): void {
  let last = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - last < SOMETIMES) return;
    last = Date.now();
    // Without a connection the check fails.
    registration.update().catch(() => {});
  });
}
