import { expect, test } from "vitest";
import { unfinishedMerge } from "#compiler/reading/markdown/unfinishedMerge.ts";

const CONFLICT = "<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> main";

test.each([
  [CONFLICT, 1],
  [`Words\n\n${CONFLICT}\n${CONFLICT}`, 3],
  ["Words", undefined],
  [`~~~\n${CONFLICT}\n~~~`, undefined],
  [`\`\`\`\n${CONFLICT}\n\`\`\`\n${CONFLICT}`, 8],
  ["<<<<<<< HEAD\nours\n>>>>>>> main", undefined],
  ["=======\n>>>>>>> main\n<<<<<<< HEAD", undefined],
  ["=======\n\n>>>>>>> main\n<<<<<<< HEAD\n=======", undefined],
])("the conflict in %j begins on line %s", (text, line) => {
  expect(unfinishedMerge(text)).toBe(line);
});
