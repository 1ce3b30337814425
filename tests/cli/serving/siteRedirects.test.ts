import { expect, test } from "vitest";
import { readRedirects } from "#cli/serving/siteRedirects.ts";
import { folderOf } from "../../support/importing.ts";

const FILES = {
  _redirects: [
    "# a note",
    "/old /article/new 301",
    "/soon /article/soon 302",
    "/both /article/hosts 301",
    "/only-from",
    "not-a-path /x 301",
    "",
    "  /spaced/   /article/spaced  301",
    "/blog/:slug /article/:slug 302",
  ].join("\n"),
  "redirects.json": JSON.stringify({
    "/both": "/article/build",
    "/?p=1": "/article/one",
    "/?p=1&lang=de": "/article/eins",
    "/?a=b?c": "/article/mark",
    "/caf%C3%A9/": "/article/cafe",
    "/away": { to: "https://elsewhere.example/?x=1", status: 302 },
  }),
};

test.each([
  ["/old", "", "/article/new", 301],
  ["/old/", "?utm=x", "/article/new?utm=x", 301],
  ["/soon", "", "/article/soon", 302],
  ["/spaced", "", "/article/spaced", 301],
  ["/both", "", "/article/hosts", 301],
  ["/", "?p=1", "/article/one", 301],
  ["/", "?lang=de&p=1&x=y", "/article/eins", 301],
  ["/", "?a=b?c", "/article/mark", 301],
  ["/café", "", "/article/cafe", 301],
  ["/caf%C3%A9//", "", "/article/cafe", 301],
  ["/away", "?y=2", "https://elsewhere.example/?x=1", 302],
])("%s%s leads to %s with the status %i", (path, search, to, status) => {
  expect(readRedirects(folderOf(FILES)).moved(path, search)).toEqual({ to, status });
});

test.each([
  ["/", "?p=12"],
  ["/", ""],
  ["/only-from", ""],
  ["/not-a-path", ""],
  ["/blog/a", ""],
])("%s%s leads nowhere by itself", (path, search) => {
  expect(readRedirects(folderOf(FILES)).moved(path, search)).toBeUndefined();
});

test("a pattern leads on from all addresses that it means", () => {
  const { pattern } = readRedirects(folderOf(FILES));
  expect(pattern("/blog/a", "?x")).toEqual({ to: "/article/a?x", status: 302 });
  expect(pattern("/old", "")).toBeUndefined();
});

test("a site without either file has no redirects", () => {
  expect(readRedirects(folderOf({})).moved("/old", "")).toBeUndefined();
});
