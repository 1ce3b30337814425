import { pino } from "pino";
import { expect, test } from "vitest";
import { sendAll } from "#server/alerts/sendAll.ts";

const log = pino({ level: "silent" });

test("others have a turn between two things that wait for nothing, one of which fails", async () => {
  const done: string[] = [];
  setImmediate(() => done.push("another"));
  const failed = await sendAll(["first", "second"], 1, { isStopping: () => false, log }, (thing) => {
    done.push(thing);
    return thing === "first" ? Promise.reject(new Error("It cannot be done.")) : Promise.resolve();
  });
  expect([done, failed]).toEqual([["first", "another", "second"], 1]);
});
