import { expect, test } from "vitest";
import { lossesIn, tooFew } from "#compiler/reading/losses.ts";

const broken = (file: string, fault: string) =>
  ({ file, reason: `The front matter cannot be read: ${fault}.`, lost: "front matter" }) as const;

test("stories that were lost for one cause are counted together, whatever is said of each", () => {
  const skipped = [
    { file: "a.md", reason: "It has no date, so it was skipped.", lost: "no date" } as const,
    broken("b.md", "invalid value (line 3)"),
    broken("c.md", "a list that does not end (line 9)"),
    { file: "d.md", reason: "It is marked as a draft (draft: true)." },
  ];
  expect(tooFew(1, lossesIn(skipped, []))).toEqual({
    severity: "error",
    file: ".",
    message:
      "Only 1 of 4 stories is published. 2 were skipped for this reason: The front matter cannot be read. 1 for this one: It has no date.",
    remedy: expect.stringMatching(/^Correct the fault/u),
  });
});

test("what helps goes by the cause, and not by a word in what is said", () => {
  const skipped = [{ file: "a.json", reason: "The date of this file is a headline in its front matter.", lost: "other" } as const];
  expect(tooFew(0, lossesIn(skipped, []))?.remedy).toBe("Start with a.json.");
});
