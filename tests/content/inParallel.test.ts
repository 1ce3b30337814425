import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { inParallel } from "#content/inParallel.ts";

test("work is done for a few items at a time, and its results are in the order of the items", async () => {
  let running = 0;
  let most = 0;
  const made = await inParallel([3, 1, 2, 1], 2, async (turns, at) => {
    most = Math.max(most, (running += 1));
    for (let turn = 0; turn < turns; turn += 1) await setImmediate();
    running -= 1;
    return `${at}: ${turns}`;
  });
  expect([made, most]).toEqual([["0: 3", "1: 1", "2: 2", "3: 1"], 2]);
});

test("after a failure no more work is begun", async () => {
  const begun: string[] = [];
  const failing = inParallel(["first", "second", "third", "fourth"], 2, async (item) => {
    begun.push(item);
    await setImmediate();
    if (item === "first") throw new Error("It cannot be done.");
  });
  await expect(failing).rejects.toThrow("It cannot be done.");
  await setImmediate();
  expect(begun).toEqual(["first", "second"]);
});
