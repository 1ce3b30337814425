import { expect, test } from "vitest";
import { type Notice, noticeText } from "../../src/query/notice.ts";

test.each<[Notice, string]>([
  [{ code: "dateNeeded", field: "on", value: "May" }, "on: needs a date such as 2024-04-22, 2024-04 or 2024; “May” is not one."],
  [{ code: "tooLong", most: 32 }, "Only the first 32 words were searched."],
  [{ code: "valueUnknown", field: "topic", value: "tea" }, "There is no topic “tea”."],
  [{ code: "corrected", from: "corla", to: "coral" }, "No document has “corla”; these have “coral”."],
  [{ code: "relaxed", all: 0 }, "No document has all of this; these have some of it."],
  [{ code: "relaxed", all: 1 }, "All of this is in one document; the others have most of it."],
  [{ code: "relaxed", all: 2 }, "All of this is in 2 documents; the others have most of it."],
  [{ code: "tooCommon", phrase: "to be" }, "The words of “to be” appear in so many documents that their order was not checked."],
])("%j in words", (notice, words) => {
  expect(noticeText(notice)).toBe(words);
});
