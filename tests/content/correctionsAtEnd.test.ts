import { expect, test } from "vitest";
import { correctionsAtEnd } from "#content/correctionsAtEnd.ts";
import { anArticle } from "../support/anArticle.ts";

test("a correction that the text shows on its day is not repeated at its end", () => {
  const corrections = ["2024-05-01T08:00:00Z", "2024-05-02T08:00:00Z", "2024-05-03T08:00:00Z"].map((date) => ({ date, children: [] }));
  const body = [
    { type: "correction" as const, date: "2024-05-02", children: [] },
    { type: "correction" as const, children: [] },
  ];
  expect(correctionsAtEnd(anArticle({ corrections, body }))).toEqual([corrections[0], corrections[2]]);
  expect(correctionsAtEnd(anArticle({ corrections }))).toEqual(corrections);
});
