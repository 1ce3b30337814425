import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { whenIdle } from "#reader/hydration/early/idle.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("runs when a second has passed where the browser does not tell that it is idle", async () => {
  const run = vi.fn();
  whenIdle(run);
  await vi.advanceTimersByTimeAsync(900);
  expect(run).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(run).toHaveBeenCalledOnce();
});

it("does not run what was called off", async () => {
  const run = vi.fn();
  whenIdle(run)();
  await vi.runAllTimersAsync();
  expect(run).not.toHaveBeenCalled();
});
