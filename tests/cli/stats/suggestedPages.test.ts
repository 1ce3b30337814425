import { expect, it } from "vitest";
import { suggestedPages } from "#cli/stats/suggestedPages.ts";

const pages = new Set([
  "/",
  "/article/bridge-opens",
  "/article/ports",
  "/topic/ports",
  "/article/new-ferry-to-the-island",
  "/about",
  "/archive",
]);

it.each([
  ["/Article/Bridge-Opens", "/article/bridge-opens"],
  ["/article/brigde-opens", "/article/bridge-opens"],
  ["/2019/05/the-bridge-opens.html", "/article/bridge-opens"],
  ["/news/12345-new-ferry-island", "/article/new-ferry-to-the-island"],
  ["/category/ports/", "/article/ports"],
  ["/article", "/archive"],
  ["/wp-login.php", undefined],
  ["/the-bridge", undefined],
])("%s probably meant %s", (path, meant) => {
  expect(suggestedPages(pages)(path)).toBe(meant);
});
