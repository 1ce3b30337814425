import { expect, test } from "vitest";
import { meantPath } from "#content/meantPath.ts";

test.each([
  ["/article/Voyager-1", "/article/voyager-1"],
  ["/topic/%C3%89cole", "/topic/%C3%A9cole"],
  ["/article", "/archive"],
  ["/Topic", "/topics"],
  ["/place", "/places"],
  ["/section", undefined],
  ["/article/voyager-1", undefined],
  ["/topic/%c3%a9cole", undefined],
])("%s probably means %s", (path, meant) => {
  expect(meantPath(path)).toBe(meant);
});
