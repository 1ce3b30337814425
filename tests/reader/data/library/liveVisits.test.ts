import { expect, it } from "vitest";
import { forgetVisits, lastVisit, noteVisit } from "#reader/data/library/liveVisits.ts";

const counts = (...slugs: string[]) => slugs.map((slug) => lastVisit(slug)?.count);

it("remembers the last visit to each live blog, and forgets those that were visited longest ago", () => {
  forgetVisits();
  for (let at = 0; at < 50; at += 1) noteVisit(`live-${at}`, { id: "a", count: at });
  noteVisit("live-0", { id: "b", count: 99 });
  expect(lastVisit("live-0")).toEqual({ id: "b", count: 99 });
  expect(counts("live-1", "live-49", "none")).toEqual([1, 49, undefined]);
  noteVisit("live-50", { id: "a", count: 50 });
  expect(counts("live-0", "live-1", "live-2", "live-50")).toEqual([99, undefined, 2, 50]);
  forgetVisits(["live-2", "live-50"]);
  expect(counts("live-0", "live-2", "live-3", "live-50")).toEqual([99, undefined, 3, undefined]);
  forgetVisits();
  expect(counts("live-0", "live-3")).toEqual([undefined, undefined]);
});
