import { expect, test } from "vitest";
import { oneAtATime } from "../../../src/server/alerts/startAlerts.ts";

const log = { error: () => {} };

test("work that is asked for while it runs is done once more, for all who asked, since it may have missed a change", async () => {
  const sites = ["before"];
  const seen: (string | undefined)[] = [];
  const look = oneAtATime(log, async () => {
    const site = sites.at(-1);
    await Promise.resolve();
    seen.push(site);
  });
  const early = look();
  await Promise.resolve();
  sites.push("after");
  await Promise.all([look(), look()]);
  expect(seen).toEqual(["before", "after"]);
  await early;
});

test("work that has failed is done again when it is asked for again", async () => {
  let runs = 0;
  const look = oneAtATime(log, async () => {
    runs += 1;
    throw new Error("The disk is full.");
  });
  await look();
  await look();
  expect(runs).toBe(2);
});
