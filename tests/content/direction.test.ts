import { expect, it } from "vitest";
import { direction } from "#content/direction.ts";

it.each([
  ["en", "ltr"],
  ["ar", "rtl"],
  ["AR-EG", "rtl"],
  ["he", "rtl"],
  ["az-Arab", "rtl"],
  ["ku-Latn", "ltr"],
  ["ur-Latn", "ltr"],
  ["de-DE", "ltr"],
])("%s is written %s", (language, expected) => {
  expect(direction(language)).toBe(expected);
});
