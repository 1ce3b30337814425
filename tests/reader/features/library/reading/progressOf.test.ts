import { expect, it } from "vitest";
import { progressOf } from "#reader/features/library/reading/progressOf.ts";
import { shortened } from "#reader/features/library/highlights/shortened.ts";
import { anArticle } from "../../../../support/anArticle.ts";

it("says how much of a story was read by the length of its paragraphs", () => {
  const text = (length: number) => ({ type: "paragraph" as const, children: [{ type: "text" as const, text: "x".repeat(length) }] });
  const story = anArticle({ readingMinutes: 10, body: [text(100), { type: "divider" }, text(200), text(100)] });
  const done = (paragraph: number, offset: number) => progressOf(story, { paragraph, offset });
  expect(done(1, 0)).toEqual({ paragraph: 1, count: 3, done: 0, left: 10 });
  expect(done(2, 100)).toEqual({ paragraph: 2, count: 3, done: 0.5, left: 5 });
  // The paragraph has become shorter, or is not there any more.
  expect([done(3, 500), done(9, 3)].map(({ done: part, left }) => [part, left])).toEqual([[1, 1], [1, 1]]); // prettier-ignore
  expect(progressOf(anArticle({ body: [], readingMinutes: 1 }), { paragraph: 1, offset: 5 })).toMatchObject({ count: 0, done: 0, left: 1 });
});

it("names a passage by its beginning, up to the end of a word", () => {
  const words = `${"word ".repeat(11)}words`;
  expect([shortened("one\n two"), shortened(words)]).toEqual(["one two", words]);
  expect(shortened(`${words},`)).toBe(`${"word ".repeat(11).trim()}…`);
  expect(shortened("x".repeat(61))).toBe(`${"x".repeat(60)}…`);
});
