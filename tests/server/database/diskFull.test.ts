import { expect, test } from "vitest";
import { isDiskFull } from "../../../src/server/database/diskFull.ts";

test.each([
  [Object.assign(new Error("full"), { code: "SQLITE_FULL" }), true],
  [Object.assign(new Error("failing"), { code: "SQLITE_IOERR_WRITE" }), true],
  [Object.assign(new Error("full"), { code: "53100" }), true],
  [Object.assign(new Error("busy"), { code: "SQLITE_BUSY" }), false],
  [Object.assign(new Error("a number"), { code: 53100 }), false],
  [new Error("SQLITE_FULL"), false],
  [{ code: "SQLITE_FULL" }, false],
])("%o is a full disk: %s", (error, is) => {
  expect(isDiskFull(error)).toBe(is);
});
