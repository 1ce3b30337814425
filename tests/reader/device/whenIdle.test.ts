import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { whenIdle } from "#reader/device/whenIdle.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("runs when a second has passed where the browser does not tell that it is idle", () => {
  const run = vi.fn();
  whenIdle(run);
  vi.advanceTimersByTime(900);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(run).toHaveBeenCalledOnce();
});

it("does not run what was called off", () => {
  const run = vi.fn();
  whenIdle(run)();
  vi.runAllTimers();
  expect(run).not.toHaveBeenCalled();
});
