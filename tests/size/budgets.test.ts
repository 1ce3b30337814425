import { describe, expect, it } from "vitest";
import { lowered, overBudget } from "../../scripts/size/budgets.ts";

describe("a budget", () => {
  it("is broken by one byte more, and by what has none", () => {
    const budgets = { chunks: { main: 100, search: 50 } };
    expect(overBudget({ chunks: { main: 100, search: 50 } }, budgets)).toEqual([]);
    expect(overBudget({ chunks: { main: 101, search: 50 } }, budgets)).toEqual(["chunks: main takes 101 bytes, 1 more than its budget."]);
    expect(overBudget({ chunks: { extra: 11 } }, { chunks: { "any other": 10 } })).toHaveLength(1);
    expect(overBudget({ chunks: { extra: 10 } }, { chunks: { "any other": 10 } })).toEqual([]);
    expect(overBudget({ chunks: { main: 9, extra: 3 } }, budgets)).toEqual([
      "chunks: extra has no budget in sizes.json; it takes 3 bytes.",
    ]);
  });

  it("only ever goes down, and goes with what it was for", () => {
    const budgets = { chunks: { main: 100, search: 50, gone: 7, "any other": 10 } };
    expect(lowered({ chunks: { main: 120, search: 40, extra: 1 } }, budgets)).toEqual({
      chunks: { main: 100, search: 40, "any other": 10 },
    });
  });
});
