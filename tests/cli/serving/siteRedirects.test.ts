import { expect, test } from "vitest";
import { readRedirects } from "#cli/serving/siteRedirects.ts";
import { folderOf } from "../../support/importing.ts";

const FILES = {
  _redirects:
    "# a note\n/old /article/new 301\n/both /article/hosts 301\n/only-from\nnot-a-path /x 301\n\n  /spaced/   /article/spaced  301\n",
  "redirects.json": JSON.stringify({
    "/both": "/article/build",
    "/?p=1": "/article/one",
    "/?p=1&lang=de": "/article/eins",
    "/?a=b?c": "/article/mark",
    "/caf%C3%A9/": "/article/cafe",
    "/number": 3,
  }),
};

test.each([
  ["/old", "", "/article/new"],
  ["/old/", "?utm=x", "/article/new?utm=x"],
  ["/spaced", "", "/article/spaced"],
  ["/both", "", "/article/build"],
  ["/", "?p=1", "/article/one"],
  ["/", "?lang=de&p=1&x=y", "/article/eins"],
  ["/", "?a=b?c", "/article/mark"],
  ["/", "?p=12", undefined],
  ["/", "", undefined],
  ["/café", "", "/article/cafe"],
  ["/caf%C3%A9//", "", "/article/cafe"],
  ["/number", "", undefined],
  ["/only-from", "", undefined],
  ["/not-a-path", "", undefined],
])("%s%s leads to %s", (path, search, to) => {
  expect(readRedirects(folderOf(FILES))(path, search)).toBe(to);
});

test("a site without either file has no redirects", () => {
  expect(readRedirects(folderOf({}))("/old", "")).toBeUndefined();
});
