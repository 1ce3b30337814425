import { renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { forgetMissed, noteDone, noteOpen, useVisits } from "#reader/features/library/catchUp/visits.ts";

const HOUR = 60 * 60_000;
const MORNING = Date.parse("2026-03-01T07:00:00Z");
const visits = () => renderHook(useVisits).result.current;

afterEach(() => localStorage.clear());

test("a first visit has none before it", () => {
  noteOpen(["a"], MORNING);
  expect(visits()).toEqual({ now: { at: MORNING, newest: ["a"] }, done: [] });
});

test("looking again within six hours is the same visit, after that it is another", () => {
  noteOpen(["a"], MORNING);
  noteOpen(["b", "a"], MORNING + 5 * HOUR);
  expect(visits().before).toBeUndefined();
  noteDone(["a"]);
  noteOpen(["c", "b"], MORNING + 12 * HOUR);
  expect(visits()).toEqual({
    now: { at: MORNING + 12 * HOUR, newest: ["c", "b"] },
    before: { at: MORNING + 5 * HOUR, newest: ["b", "a"] },
    done: [],
  });
});

test("the visit before stays while this one lasts, with what the reader is done with", () => {
  noteOpen(["a"], MORNING);
  noteOpen(["b", "a"], MORNING + 8 * HOUR);
  noteDone(["b"]);
  noteOpen(["c", "b"], MORNING + 9 * HOUR);
  expect(visits().before?.at).toBe(MORNING);
  expect(visits().done).toEqual(["b"]);
});

test("clearing the history leaves nothing of what was read", () => {
  noteOpen(["a"], MORNING);
  noteOpen(["b", "a"], MORNING + 8 * HOUR);
  noteDone(["b"]);
  forgetMissed();
  expect(visits()).toEqual({ now: { at: MORNING + 8 * HOUR, newest: ["b", "a"] }, done: [] });
});

test("what is damaged on the device counts as no visit", () => {
  noteOpen(["a"], MORNING);
  for (const key of Object.keys(localStorage)) localStorage.setItem(key, '{"now":7}');
  expect(visits()).toEqual({ done: [] });
});
