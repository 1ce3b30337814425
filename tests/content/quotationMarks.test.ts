import { expect, test } from "vitest";
import { quotationMarks } from "#content/quotationMarks.ts";

test.each([
  ["en", "“", "”"],
  ["en-GB", "“", "”"],
  ["tlh", "“", "”"],
  ["de-AT", "„", "“"],
  ["fr-CA", "«\u00A0", "\u00A0»"],
  ["pt", "“", "”"],
  ["pt-PT", "«", "»"],
  ["PT-pt-x-old", "«", "»"],
  ["zh-Hant-TW", "「", "」"],
  ["zh-Hans", "“", "”"],
])("%s quotes with %s and %s", (language, open, close) => {
  expect(quotationMarks(language)).toEqual({ open, close });
});
