import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { whenIdle } from "#loading/early/idle.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("runs after a second in a browser without requestIdleCallback", async () => {
  const run = vi.fn();
  whenIdle(run);
  await vi.advanceTimersByTimeAsync(900);
  expect(run).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(run).toHaveBeenCalledOnce();
});

it("does not run if it was cancelled", async () => {
  const run = vi.fn();
  whenIdle(run)();
  await vi.runAllTimersAsync();
  expect(run).not.toHaveBeenCalled();
});
