import { expect, test } from "vitest";
import { placeQuote } from "#reader/features/library/export/services/placeQuote.ts";
import { anArticle } from "../../../../../support/anArticle.ts";

const paragraph = (text: string) => ({ type: "paragraph" as const, children: [{ type: "text" as const, text }] });
const article = anArticle({
  body: [
    paragraph("The probe said “hello” (again) – after five months of noise, and the engineers in Pasadena were glad of it."),
    paragraph("A second paragraph follows."),
  ],
});
const placed = (quote: string) => placeQuote(article, quote)?.exact;

test.each([
  ["after five months", "after five months"],
  ['said "hello" (again) - after', "said “hello” (again) – after"],
  ["glad of it.\n\nA second", "glad of it.\nA second"],
  // Service that lost a word, or has one that was edited since.
  [
    "after five months of loud noise, and the engineers in Pasadena were glad",
    "after five months of noise, and the engineers in Pasadena were glad",
  ],
])("“%s” is found by its words", (quote, exact) => {
  expect(placed(quote)).toBe(exact);
});

test("a quotation has what stands around it, so that it is found again", () => {
  expect(placeQuote(article, "five months")).toMatchObject({
    prefix: expect.stringMatching(/after $/u),
    suffix: expect.stringMatching(/^ of noise/u),
  });
});

test.each(["words that are nowhere in this story at all, however one looks", "noise*", "(("])("“%s” stands nowhere", (quote) => {
  expect(placed(quote)).toBeUndefined();
});
