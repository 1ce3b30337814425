import { expect, test } from "vitest";
import { orderBesides, orderToHold } from "#compiler/formats/iptc/orderToHold.ts";

test.each([
  ["EMBARGOED until the speech ends", "EMBARGOED"],
  ["** Kill this story", "Kill"],
  ["Withhold", "Withhold"],
  ["withheld for now", "withheld"],
  ["Hold for release", "Hold for release"],
  ["Hold the line", undefined],
  ["Not for publication", "Not for publication"],
  ["not for use in Norway", "not for use"],
  ["Killer whales return", undefined],
  ["See the embargo", undefined],
  [undefined, undefined],
])("the note %j orders %s", (note, order) => {
  expect(orderToHold(note)).toBe(order);
});

test("a note about an embargo says nothing new beside the field for its end, any other order does", () => {
  expect(orderBesides("2024-05-01", "Embargoed until noon")).toBeUndefined();
  expect(orderBesides(undefined, "Embargoed until noon")).toBe("Embargoed");
  expect(orderBesides("2024-05-01", "Kill")).toBe("Kill");
  expect(orderBesides("2024-05-01", undefined)).toBeUndefined();
});
