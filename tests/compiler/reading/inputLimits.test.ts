import { expect, test } from "vitest";
import { tooManyFields, tooManyMarks } from "#compiler/reading/inputLimits.ts";

const marks = (text: string) => tooManyMarks(new TextEncoder().encode(text), "a.md");

test("a story may have 150,000 lines and signs of markup", () => {
  expect(marks(`${"*".repeat(150_000)}abc`)).toBeUndefined();
  expect(marks(`${"*".repeat(149_999)}://`)).toBeUndefined();
  expect(marks("a/b".repeat(60_000))).toBeUndefined();
  expect(marks(`${"_\n".repeat(75_000)}://`)).toEqual({
    file: "a.md",
    message:
      "The file has 150,001 lines and signs of markup (*, _, [, |, < and others); a story may have at most 150,000, so it was skipped.",
    remedy: "Split it into several stories; put large tables into files of their own.",
  });
});

test("a story may have 1,000 fields", () => {
  const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`field${at}`, at]));
  expect(tooManyFields(fields(1000))).toBeUndefined();
  expect(tooManyFields(fields(1001))).toBe("has 1,001 fields, and a story may have at most 1,000");
});
