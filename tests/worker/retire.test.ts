import "fake-indexeddb/auto";
import { afterAll, expect, it, vi } from "vitest";
import { standInForWorkerScope } from "../support/workerScope.ts";

const { stored, store, run, skipWaiting, unregister } = await standInForWorkerScope();

afterAll(() => vi.unstubAllGlobals());

it("the worker that ends the others deletes what this edition stored, and then itself", async () => {
  vi.useFakeTimers();
  const deleted = vi.spyOn(indexedDB, "deleteDatabase");
  for (const cache of ["pages", "shell:2", "kept"]) store(cache, "offline", "");
  stored.set("broadsheet:/paper/nl/:pages", new Map());
  await import("../../src/worker/retire.ts");
  await run("install");
  vi.advanceTimersByTime(1000);
  expect(skipWaiting).toHaveBeenCalledTimes(3);
  await run("activate");
  vi.advanceTimersByTime(1000);
  expect(skipWaiting).toHaveBeenCalledTimes(3);
  expect([[...stored.keys()], deleted.mock.calls, unregister.mock.calls.length]).toEqual([
    ["broadsheet:/paper/nl/:pages"],
    [["broadsheet:/paper/"]],
    1,
  ]);
  // A browser that was closed meanwhile does not repeat the activation.
  await run("fetch");
  expect(unregister).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});
