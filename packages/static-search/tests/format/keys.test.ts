import { expect, it } from "vitest";
import { dayIn } from "../../src/text/day.ts";
import { firstLetter, hasSpelling, sharedLength, slugOfKey, valueKey } from "../../src/format/keys.ts";

it("keys share their beginning, but never half of a character", () => {
  expect([sharedLength("", "a"), sharedLength("ab", "abc"), sharedLength("abd", "abc"), sharedLength("b", "a")]).toEqual([0, 2, 2, 0]);
  // Both begin with the same unit of a surrogate pair.
  expect([sharedLength("a\u{1D11E}", "a\u{1D11F}"), sharedLength("\u{1D11E}x", "\u{1D11E}y"), sharedLength("a\uE000", "a\uE000")]).toEqual([
    1, 2, 2,
  ]);
});

it("the key of a value begins with its name as readers type it", () => {
  expect([valueKey("place", "sao-paulo"), valueKey("place", "são-paulo"), valueKey("topic", "eu", "EU Politics")]).toEqual([
    "place/sao-paulo",
    "place/sao-paulo/são-paulo",
    "topic/eu politics/eu",
  ]);
  expect(slugOfKey("place/sao-paulo/são-paulo")).toBe("são-paulo");
});

it("only words of four to thirty letters are corrected", () => {
  expect(["abc", "abcd", "a".repeat(30), "a".repeat(31), "abc1"].map(hasSpelling)).toEqual([false, true, true, false, false]);
  expect([firstLetter("𝄞a"), firstLetter("é"), firstLetter("")]).toEqual(["𝄞", "é", ""]);
});

it("a day is that of the time zone", () => {
  const at = Date.UTC(2024, 0, 1, 2);
  expect([dayIn("UTC")(at), dayIn("America/New_York")(at), dayIn("Asia/Tokyo")(Date.UTC(987, 4, 9, 20))]).toEqual([
    "2024-01-01",
    "2023-12-31",
    "0987-05-10",
  ]);
});
