import { expect, test } from "vitest";
import { absolute, siteAt } from "#compiler/write/site.ts";

test.each([
  "/",
  "/article/a-b_c",
  "/topic/caf%C3%A9/page/2",
  "/a//b",
  "/%2e%2e/x",
  "/%2E%2E/x",
  "/a.b/c",
  "/../x",
  "/./x",
  "/a b",
  "/é",
  "/ſ",
  "/it's",
  "/a?b#c",
  "//x",
])("the address of %s is what a browser makes of it", (path) => {
  for (const url of ["https://example.org/", "https://example.org/a paper/é/", "HTTPS://Example.org:443/x"]) {
    const site = siteAt(url, undefined);
    expect(absolute(site, path)).toBe(new URL(`.${path}`, site.url).href);
  }
});

test("a full address stays as it is", () => {
  expect(absolute(siteAt("https://example.org", undefined), "https://other.example/a")).toBe("https://other.example/a");
});
