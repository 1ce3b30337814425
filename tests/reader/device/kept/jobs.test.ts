import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { jobOf, runJob, showJob, stopJob, stopJobs, useJob } from "#reader/device/kept/jobs.ts";

afterEach(() => ["a", "b"].forEach((id) => showJob(id, undefined)));

it("shows how far each job is, until it is over", () => {
  const { result } = renderHook(() => useJob("a"));
  const state = (done: number) => ({ state: "running" as const, done, total: 3 });
  act(() => showJob("a", state(1)));
  act(() => showJob("b", state(2)));
  expect([result.current?.done, jobOf("b")?.done]).toEqual([1, 2]);
  act(() => showJob("a", undefined));
  expect([result.current, jobOf("b")?.done]).toEqual([undefined, 2]);
});

it("runs a job once at a time, and another after it has ended or failed", async () => {
  let end = (): void => {};
  const work = vi.fn(
    (signal: AbortSignal) =>
      new Promise<void>((done) => {
        end = done;
        signal.addEventListener("abort", () => done());
      }),
  );
  const first = runJob("a", work);
  expect(await runJob("a", work)).toBe(false);
  end();
  expect(await first).toBe(true);
  await expect(runJob("a", () => Promise.reject(new Error("It failed.")))).rejects.toThrow("It failed.");
  const [second, other] = [runJob("a", work), runJob("b", work)];
  await stopJob("a");
  expect(await second).toBe(true);
  await stopJobs();
  expect(await other).toBe(true);
  expect(work.mock.calls.map(([signal]) => signal.aborted)).toEqual([false, true, true]);
});
