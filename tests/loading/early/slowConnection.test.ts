import { afterEach, expect, it, vi } from "vitest";
import { isSlowConnection } from "#loading/early/slowConnection.ts";

class Timing {
  connectStart = 20;
  secureConnectionStart = 0;
  connectEnd = 0;
}

const timing = (secureConnectionStart: number, connectEnd: number) => Object.assign(new Timing(), { secureConnectionStart, connectEnd });

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it.each([
  ["one that takes 100 ms for the first round trip, with TLS", true, timing(120, 320), undefined],
  ["one that takes 99 ms for it, and twice that for TLS", false, timing(119, 320), undefined],
  ["one that takes 100 ms to open, without TLS", true, timing(0, 120), undefined],
  ["one that takes 99 ms to open, without TLS", false, timing(0, 119), undefined],
  ["one that was open already", false, timing(20, 20), undefined],
  ["a fast one whose reader saves data", true, timing(30, 50), { saveData: true, effectiveType: "4g" }],
  ["a fast one that the browser has known as slow", true, timing(30, 50), { saveData: false, effectiveType: "3g" }],
  ["a fast one of a browser that knows it as fast", false, timing(30, 50), { saveData: false, effectiveType: "4g" }],
  ["one of a page that nothing is known of", false, undefined, {}],
])("tells a slow connection: %s", (_, isSlow, page, connection) => {
  vi.stubGlobal("PerformanceNavigationTiming", Timing);
  vi.stubGlobal("navigator", { connection });
  vi.stubGlobal("performance", { getEntriesByType: (): unknown[] => (page ? [page] : []) });
  expect(isSlowConnection()).toBe(isSlow);
});
