import { expect, test } from "vitest";
import { scheduleLines } from "#cli/build/build.ts";

const at = (instant: string, file = "a.md") => ({ file, at: Date.parse(instant) });

test("a build says when the next story comes out and when one goes, in the edition's zone, never a minute too early", () => {
  const due = [at("2030-12-01T05:00:30Z", "articles/merger.md"), at("2031-01-01T00:00:00Z"), at("2032-01-01T00:00:00Z")];
  expect(scheduleLines({ due, ends: [at("2030-06-30T22:00:00Z")] }, "Europe/Amsterdam")).toEqual([
    "Next story due: 2030-12-01 06:01 Europe/Amsterdam (articles/merger.md), 2 more scheduled",
    "Next story to expire: 2030-07-01 00:00 Europe/Amsterdam (a.md)",
  ]);
  expect(scheduleLines({ due: [], ends: [] }, "UTC")).toEqual([]);
});
