import { expect, it } from "vitest";
import { decoded, decodedAddress } from "#content/decoded.ts";

it("reads a part of an address, and one that is wrongly encoded as it stands", () => {
  expect(decoded("caf%C3%A9%2Fmen%C3%BC")).toBe("café/menü");
  expect(decoded("100%25")).toBe("100%");
  expect(decoded("100%")).toBe("100%");
  expect(decoded("%E9t%E9")).toBe("%E9t%E9");
});

it("leaves in a whole address what parts it", () => {
  expect(decodedAddress("/caf%C3%A9%2Fmen%C3%BC?q=%23")).toBe("/café%2Fmenü?q=%23");
  expect(decodedAddress("/100%")).toBe("/100%");
});
