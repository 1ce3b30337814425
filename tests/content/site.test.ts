import { expect, test } from "vitest";
import { absolute } from "#content/site.ts";
import { siteAt } from "#compiler/write/siteAt.ts";

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

test("a full address is percent-encoded, and a part that is already so stays", () => {
  expect(absolute(siteAt("https://example.org", undefined), "https://other.example/é%20a")).toBe("https://other.example/%C3%A9%20a");
});

test.each([
  ["/article/a", "/paper/article/a"],
  ["/é b.jpg", "/paper/%C3%A9%20b.jpg"],
  ["/", "/paper/"],
])("%s of an edition whose address is not known is a path on its host", (path, address) => {
  expect(absolute({ url: "/paper/", base: "/paper/" }, path)).toBe(address);
});
