import fc from "fast-check";
import { expect, test } from "vitest";
import { standfirst } from "../../../src/compiler/refine/standfirst.ts";
import { paragraph } from "./refineDrafts.ts";

const cut = (words: string, language = "en") => standfirst([paragraph(words)], language) ?? "";

test("a short first paragraph is the standfirst, headings and pictures before it do not count", () => {
  const heading = { type: "heading" as const, level: 2 as const, id: "x", children: [] };
  expect(standfirst([heading, { type: "divider" }, paragraph("The first words.")], "en")).toBe("The first words.");
  expect(standfirst([{ type: "divider" }], "en")).toBeUndefined();
});

test("a long paragraph is cut after a sentence", () => {
  const first = "The barrier closed for the first time on a Saturday evening, and the sea stayed out.";
  expect(cut(`${first} ${"It was a quiet night in the harbour and nobody slept. ".repeat(5)}`)).toBe(
    `${first} It was a quiet night in the harbour and nobody slept. It was a quiet night in the harbour and nobody slept.`,
  );
});

test("a long sentence is cut after a word, with an ellipsis", () => {
  const result = cut("a lengthy sentence, ".repeat(30));
  expect(result).toMatch(/^a lengthy sentence.*sentence…$/u);
  expect(result.length).toBeLessThanOrEqual(200);
});

test("text without spaces is cut by its words too", () => {
  expect(cut("東京湾の水門が初めて閉じられた".repeat(30), "ja")).toMatch(/^東京湾.+…$/u);
});

test("no character is cut in two, whatever the text", () => {
  const characters = fc.array(fc.constantFrom("👨‍👩‍👧‍👦", "é", "e\u0301", "नि", "🇳🇱", "a", " ", ". ", "字"), { minLength: 100, maxLength: 400 });
  fc.assert(
    fc.property(characters, (parts) => {
      const text = parts.join("").trim();
      fc.pre(text !== "");
      const result = cut(text);
      expect(result.length).toBeLessThanOrEqual(200);
      const graphemes = [...new Intl.Segmenter("en").segment(text.replace(/\s+/gu, " "))].map(({ segment }) => segment);
      const kept = [...new Intl.Segmenter("en").segment(result.replace(/…$/u, ""))].map(({ segment }) => segment);
      expect(graphemes.slice(0, kept.length)).toEqual(kept);
    }),
  );
});
