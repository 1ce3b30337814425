import { renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { LibraryValue } from "#content/library/libraryRecord.ts";
import { dueMarks, noteReview, useReviews } from "#reader/features/library/highlights/review.ts";

const DAY = 24 * 60 * 60_000;
const NOON = new Date(2026, 2, 10, 12).getTime();

const mark = (id: string, madeAt: number): [string, LibraryValue<"highlight">] => [
  id,
  {
    slug: "voyager",
    headline: "Voyager",
    passage: { exact: id, prefix: "", suffix: "", start: 0, end: id.length },
    colour: "yellow",
    madeAt,
  },
];
const seen = () => renderHook(useReviews).result.current;
const ids = (marks: [string, unknown][]) => marks.map(([id]) => id);

afterEach(() => localStorage.clear());

test("a highlight comes again a day after it was made, then after three, seven and more days, and at last no more", () => {
  const marks = [mark("fault", NOON)];
  const days = [];
  let known = seen();
  for (let day = 0; day < 400; day++) {
    const now = NOON + day * DAY;
    if (dueMarks(marks, known, now).length === 0) continue;
    days.push(day);
    noteReview("fault", marks, now);
    known = seen();
  }
  expect(days).toEqual([1, 4, 11, 32, 92, 272]);
});

test("five come on a day, the longest overdue first, and the others on the next", () => {
  const marks = Array.from({ length: 8 }, (_, at) => mark(`m${at}`, NOON - (at + 2) * DAY));
  expect(ids(dueMarks(marks, {}, NOON))).toEqual(["m7", "m6", "m5", "m4", "m3"]);
  for (const [id] of dueMarks(marks, seen(), NOON).slice(0, 3)) noteReview(id, marks, NOON);
  expect(ids(dueMarks(marks, seen(), NOON + 60_000))).toEqual(["m4", "m3"]);
  expect(ids(dueMarks(marks, seen(), NOON + DAY))).toEqual(["m4", "m3", "m2", "m1", "m0"]);
});

test("nothing is kept of a highlight that was removed", () => {
  const marks = [mark("a", NOON - 2 * DAY), mark("b", NOON - 2 * DAY)];
  noteReview("a", marks, NOON);
  noteReview("b", marks.slice(1), NOON);
  expect(Object.keys(seen())).toEqual(["b"]);
});
