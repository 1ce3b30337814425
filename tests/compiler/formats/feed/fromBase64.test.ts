import { expect, test } from "vitest";
import { fromBase64 } from "#compiler/formats/feed/fromBase64.ts";

test.each([
  ["V29yZHM=", "Words"],
  [" V29y\n ZHM= ", "Words"],
  ["w6k=", "é"],
  ["", undefined],
  [" \n", undefined],
  ["Words & more", undefined],
  ["/w==", undefined],
])("the text in %j", (written, text) => {
  expect(fromBase64(written)).toBe(text);
});
