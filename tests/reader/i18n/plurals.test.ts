import { expect, it } from "vitest";
import { counting } from "#reader/i18n/plurals.ts";

it.each([
  [999_999, "1,000 kB"],
  [1_000_000, "1 MB"],
  [12_340, "12 kB"],
  [9_960, "10 kB"],
  [1_250, "1.3 kB"],
  [25_400_000, "25 MB"],
])("%d bytes are %s", (bytes, text) => {
  expect(counting("en").size(bytes)).toBe(text);
});

it("counts in the forms of the language, with Latin digits", () => {
  const { counted, number, size } = counting("ar");
  const forms = { zero: "0", one: "1", two: "2", few: "3-10", other: "other" };
  expect([0, 1, 2, 3, 100].map((count) => counted(count, forms))).toEqual(["0", "1", "2", "3-10", "other"]);
  expect(counted(11, forms)).toBe("other");
  expect(number(1234)).toMatch(/^1.234$/u);
  expect(size(5000)).toMatch(/5/u);
});
