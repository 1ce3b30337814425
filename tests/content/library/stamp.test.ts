import { expect, test } from "vitest";
import { deviceOf, nextStamp, timeOf } from "#content/library/stamp.ts";

test.each([
  [undefined, 1_700_000_000_000.9, "01700000000000-0000-abcd"],
  ["01700000000000-0003-wxyz", 1_700_000_000_001, "01700000000001-0000-abcd"],
  ["01700000000000-0003-wxyz", 1_700_000_000_000, "01700000000000-0004-abcd"],
  ["01700000000000-000f-wxyz", 1, "01700000000000-0010-abcd"],
  ["01700000000000-fffe-wxyz", 1, "01700000000000-ffff-abcd"],
  ["01700000000000-ffff-wxyz", 1, "01700000000001-0000-abcd"],
])("after %s, the stamp at %s is %s", (last, now, stamp) => {
  expect(nextStamp(last, now, "abcd")).toBe(stamp);
});

test("a stamp has its time and its device", () => {
  expect([timeOf("01700000000000-00ff-abcd"), deviceOf("01700000000000-00ff-abcd")]).toEqual([1_700_000_000_000, "abcd"]);
});
