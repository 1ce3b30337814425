import { expect, test } from "vitest";
import { matchesOf, scoreOf } from "../../scripts/corpora/pages/score.ts";

test("texts are compared by runs of four words, as the benchmark does", () => {
  expect(scoreOf([matchesOf("one two three four five", "one two three four five")])).toEqual({ f1: 1, precision: 1, recall: 1 });
  const half = scoreOf([matchesOf("one two three four five", "one two three four")]);
  expect(half).toMatchObject({ precision: 1, recall: 0.5 });
  expect(half.f1).toBeCloseTo(2 / 3);
  // What was not found at all says nothing of precision.
  expect(scoreOf([matchesOf("one two three four", ""), matchesOf("a b c d", "a b c d")])).toMatchObject({ precision: 1, recall: 0.5 });
  expect(scoreOf([])).toEqual({ f1: 0, precision: 0, recall: 0 });
});
