import { expect, test } from "vitest";
import { resolvedUrl } from "#compiler/formats/feed/resolvedUrl.ts";

test.each([
  [" ", "https://a.example/", undefined],
  [" b ", "https://a.example/c/d", "https://a.example/c/b"],
  ["HTTPS://B.example", "https://a.example/", "HTTPS://B.example"],
  ["b", undefined, "b"],
  ["b", "mailto:a@a.example", "b"],
])("%j from %s is %s", (address, base, url) => {
  expect(resolvedUrl(address, base)).toBe(url);
});
