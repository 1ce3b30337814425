import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchUpdates } from "#reader/features/offline/updates.ts";
import { takeOffer } from "#reader/toasts/offers.ts";

/** A version of the worker, and when it was asked for something, in milliseconds. */
class Version extends EventTarget {
  state: ServiceWorkerState = "installed";
  readonly asked: number[] = [];
  postMessage = () => void this.asked.push(Date.now());
}

const reloads: number[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  vi.stubGlobal("location", { reload: () => void reloads.push(Date.now()) });
  vi.stubGlobal("navigator", { serviceWorker: { controller: {} } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  reloads.length = 0;
});

function changing() {
  const [active, waiting] = [new Version(), new Version()];
  const update = () => Promise.reject(new Error("No connection"));
  watchUpdates(Object.assign(new EventTarget(), { active, waiting, installing: null, update }));
  expect(takeOffer("update")).toBe(true);
  return { active, waiting };
}

it("loads the page anew once the new version is active", () => {
  const { waiting } = changing();
  vi.advanceTimersByTime(700);
  waiting.state = "activated";
  waiting.dispatchEvent(new Event("statechange"));
  expect(reloads).toEqual([700]);
});

it("loads the page anew at last, and asks nothing then that would end the version that answers", () => {
  const { active, waiting } = changing();
  vi.advanceTimersByTime(60_000);
  expect(reloads).toEqual([2000]);
  expect(active.asked).toEqual([0]);
  expect(waiting.asked).toEqual([0, 500, 1000, 1500]);
});

/** A registration, and its versions. */
function registered(changes: { active?: Version | null; waiting?: Version | null } = {}) {
  const update = vi.fn(() => Promise.reject(new Error("No connection")));
  const versions = { active: new Version(), waiting: null, installing: null, ...changes };
  return Object.assign(new EventTarget(), versions, { update });
}

/** A new version comes, and is stored on the device. */
function install(registration: ReturnType<typeof registered>, state: ServiceWorkerState = "installed"): void {
  const installing = Object.assign(new Version(), { state: "installing" });
  Object.assign(registration, { installing });
  registration.dispatchEvent(new Event("updatefound"));
  installing.state = state;
  installing.dispatchEvent(new Event("statechange"));
}

it("offers a new version once all of it is on the device, but not the first one", () => {
  const registration = registered();
  watchUpdates(registration);
  expect(takeOffer("update")).toBe(false);
  install(registration, "redundant");
  expect(takeOffer("update")).toBe(false);
  install(registration);
  expect(takeOffer("update")).toBe(true);
  // Another tab has made it take over meanwhile.
  expect(reloads).toEqual([0]);
  watchUpdates(registered({ waiting: new Version(), active: null }));
  vi.stubGlobal("navigator", { serviceWorker: { controller: null } });
  const first = registered({ waiting: new Version() });
  watchUpdates(first);
  install(first);
  expect(takeOffer("update")).toBe(false);
});

it("looks for a new version when the reader comes back after an hour", () => {
  const registration = registered();
  const { update } = registration;
  watchUpdates(registration);
  let isHidden = false;
  vi.spyOn(document, "hidden", "get").mockImplementation(() => isHidden);
  const comeBack = () => document.dispatchEvent(new Event("visibilitychange"));
  vi.advanceTimersByTime(60 * 60_000 - 1);
  comeBack();
  expect(update).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  isHidden = true;
  comeBack();
  expect(update).not.toHaveBeenCalled();
  isHidden = false;
  comeBack();
  comeBack();
  expect(update).toHaveBeenCalledOnce();
  vi.restoreAllMocks();
});
