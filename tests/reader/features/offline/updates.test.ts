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
