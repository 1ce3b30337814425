import * as plot from "@observablehq/plot";
import { expect, test } from "vitest";
import { classOf, mapClasses } from "#compiler/features/charts/mapClasses.ts";

test("the classes of a map have round limits, or those that are given, the lowest first", () => {
  expect(mapClasses(plot, [1, 50, 99], undefined, "en")).toEqual({
    limits: [20, 40, 60, 80],
    names: ["< 20", "20–40", "40–60", "60–80", "≥ 80"],
  });
  expect(mapClasses(plot, [0, 1234.5], undefined, "de")).toEqual({ limits: [500, 1000], names: ["< 500", "500–1.000", "≥ 1.000"] });
  expect(mapClasses(plot, [1, 99], [50, 10], "en")).toEqual({ limits: [10, 50], names: ["< 10", "10–50", "≥ 50"] });
  expect(mapClasses(plot, [7.5, 7.5], undefined, "en")).toEqual({ limits: [], names: ["7.5"] });
  expect(mapClasses(plot, [3], [], "en")).toEqual({ limits: [], names: ["3"] });
});

test("a value at a limit belongs to the class above it", () => {
  expect([9.9, 10, 49, 50, 51].map((value) => classOf(value, [10, 50]))).toEqual([0, 1, 1, 2, 2]);
});
