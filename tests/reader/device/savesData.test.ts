import { afterEach, expect, it, vi } from "vitest";
import { inPieces } from "#reader/device/inPieces.ts";
import { savesData } from "#reader/device/savesData.ts";

afterEach(() => {
  Reflect.deleteProperty(navigator, "connection");
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it("fetches only what was asked for if the reader saves data or the connection is slow", () => {
  const saves = (connection: unknown) => {
    Object.defineProperty(navigator, "connection", { value: connection, configurable: true });
    return savesData();
  };
  expect(savesData()).toBe(false);
  const connections = [
    null,
    {},
    { saveData: true },
    { saveData: false, effectiveType: "4g" },
    { effectiveType: "2g" },
    { effectiveType: "slow-2g" },
  ];
  expect(connections.map(saves)).toEqual([false, false, true, false, true, true]);
});

it("works through a list, and lets the page respond after each thirty milliseconds", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
  const done: number[] = [];
  const all = inPieces([1, 2, 3, 4], (item) => {
    done.push(item);
    vi.setSystemTime(0);
    vi.advanceTimersByTime(15);
  });
  expect(done).toEqual([1, 2]);
  await vi.runAllTimersAsync();
  await all;
  expect(done).toEqual([1, 2, 3, 4]);
});
