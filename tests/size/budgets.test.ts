import { describe, expect, it } from "vitest";
import { lowered, overBudget } from "../../scripts/size/budgets.ts";

describe("a budget", () => {
  it("is broken by one byte more, and by what has none", () => {
    const budgets = { routes: { main: 100, search: 50 } };
    expect(overBudget({ routes: { main: 100, search: 50 } }, budgets)).toEqual([]);
    expect(overBudget({ routes: { main: 101, search: 50 } }, budgets)).toEqual(["routes: main takes 101 bytes, 1 more than its budget."]);
    expect(overBudget({ routes: { main: 9, extra: 3 } }, budgets)).toEqual([
      "routes: extra has no budget in sizes.json; it takes 3 bytes.",
    ]);
  });

  it("only ever goes down, to what is used and a little room, and goes with what it was for", () => {
    const budgets = { routes: { main: 1000, search: 50_000, gone: 7 } };
    expect(lowered({ routes: { main: 1200, search: 40_000, extra: 1 } }, budgets)).toEqual({ routes: { main: 1000, search: 41_200 } });
  });
});
