import { expect, test } from "vitest";
import { playInterleavings } from "../support/interleavings.ts";

test("in 500 interleavings of an owner and an attacker the owner gets in, and the attacker does not", async ({ task }) => {
  const seed = Date.now() % 1_000_000;
  const played = await playInterleavings({ seed, runs: 500 });
  task.meta.figure = `${played} interleavings with the seed ${seed}`;
  expect(played).toBe(500);
});
