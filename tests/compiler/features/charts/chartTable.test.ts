import { expect, test } from "vitest";
import { chartTable } from "#compiler/features/charts/chartTable.ts";

const CSV = "\uFEFFYear, Rent,Rent,Wage\n2020,1.5,9,x\n,,,\n2021,2\n2022,3,4,5,6\n";

test("a table has the columns that a chart wants, each once, and says what is wrong with its rows", () => {
  expect(chartTable(CSV, {}, "en")).toEqual({
    table: {
      x: { name: "Year", cells: ["2020", "2021", "2022"], numbers: [2020, 2021, 2022] },
      series: [
        { name: "Rent", values: [1.5, 2, 3] },
        { name: "Wage", values: [undefined, undefined, 5] },
      ],
    },
    lines: [2, 4, 5],
    faults: [
      { line: 4, message: "This row has 2 cells, but the first row has 4." },
      { line: 5, message: "This row has 5 cells, but the first row has 4." },
      { line: 2, message: '"x" is not a number; there is a gap in its place.' },
    ],
  });
  expect(chartTable(CSV, { x: "Wage", y: ["Rent"] }, "en")).toMatchObject({
    table: { x: { name: "Wage", cells: ["x", "", "5"] }, series: [{ name: "Rent" }] },
  });
});

test("words along the x-axis are no numbers, and the language tells what a comma means", () => {
  expect(chartTable('Place,Rent\nDelft,1.234\nThe Hague,"−5,5"\n', {}, "de")).toEqual({
    table: { x: { name: "Place", cells: ["Delft", "The Hague"] }, series: [{ name: "Rent", values: [1234, -5.5] }] },
    lines: [2, 3],
    faults: [],
  });
  expect(chartTable("Place,Rent\nDelft,1.234\n", { y: "Rent" }, "en")).toMatchObject({
    table: { series: [{ name: "Rent", values: [1.234] }] },
  });
});

test.each([
  ["Year,Rent", {}, "has no rows below its column names"],
  ["", {}, "has no rows below its column names"],
  ["Year\n2020", {}, "has only one column"],
  ["Year,Rent\n2020,1", { x: "Month" }, 'has no column "Month"; it has Year, Rent'],
  ["Year,Rent\n2020,1", { y: ["Rent", "Wage"] }, 'has no column "Wage"; it has Year, Rent'],
  [`Year,Rent\n${"1,2\n".repeat(20_001)}`, {}, "has 20001 numbers, more than the 20000 that a chart can show"],
])("a table is refused: %#", (csv, wanted, reason) => {
  expect(chartTable(csv, wanted, "en")).toEqual({ reason });
});

test("a chart shows 20,000 numbers", () => {
  expect(chartTable(`Year,Rent\n${"1,2\n".repeat(20_000)}`, {}, "en")).toHaveProperty("table");
});
