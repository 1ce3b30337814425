import { afterEach, expect, it, vi } from "vitest";
import { detectSlowDevice } from "#reader/device/detectSlowDevice.ts";

afterEach(() => {
  sessionStorage.clear();
  delete document.documentElement.dataset["pace"];
  vi.unstubAllGlobals();
});

/** @returns what reports performance entries, and what is observed */
function anObserver() {
  const observed: object[] = [];
  const disconnect = vi.fn();
  let report = (_list: { getEntries: () => object[] }): void => {};
  vi.stubGlobal(
    "PerformanceObserver",
    class {
      constructor(callback: typeof report) {
        report = callback;
      }
      readonly observe = (what: object) => observed.push(what);
      readonly disconnect = disconnect;
    },
  );
  detectSlowDevice();
  return { observed, disconnect, report: (...entries: object[]) => report({ getEntries: () => entries }) };
}

const pace = () => document.documentElement.dataset["pace"];

it.each([
  ["longtask", 49, undefined],
  ["longtask", 50, "slow"],
  ["long-animation-frame", 99, undefined],
  ["long-animation-frame", 100, "slow"],
  ["measure", 5000, undefined],
])("a device is slow from a %s of %d ms on: %s", (entryType, duration, expected) => {
  const { observed, disconnect, report } = anObserver();
  expect(observed).toEqual(["longtask", "long-animation-frame"].map((type) => ({ type, buffered: true })));
  report({ entryType: "longtask", duration: 1 }, { entryType, duration });
  expect(pace()).toBe(expected);
  expect(disconnect).toHaveBeenCalledTimes(expected ? 1 : 0);
});

it("remembers in the tab that the device is slow, and then no longer observes it", () => {
  anObserver().report({ entryType: "longtask", duration: 60 });
  delete document.documentElement.dataset["pace"];
  expect(anObserver().observed).toEqual([]);
  expect(pace()).toBe("slow");
});
