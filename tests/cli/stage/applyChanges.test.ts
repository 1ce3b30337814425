import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { applyChanges } from "#cli/stage/applyChanges.ts";
import { filesIn, temporaryFolder } from "../../support/temporaryFolder.ts";

/** In the order in which they may come, a group at a time. */
const GROUPS = [
  ["assets/app-1.js", "data/search/words-1.json", "pictures/reef-1.webp"],
  ["data/article/rain.json", "data/search/manifest.json"],
  ["article/rain.html", "article/rain.html.br", "index.html"],
  ["feed.xml", "sitemap.xml"],
  ["data/fresh.json", "data/fresh.json.br", "sw.js", ".broadsheet-files"],
];

it.each(GROUPS.map((group, at) => [group[0] ?? "", at] as const))("moves nothing before what it needs: %s", (stuck, at) => {
  const [changes, site] = [temporaryFolder(), temporaryFolder()];
  for (const file of GROUPS.flat()) {
    mkdirSync(dirname(join(changes, file)), { recursive: true });
    writeFileSync(join(changes, file), "new");
  }
  writeFileSync(join(changes, ".broadsheet-removed"), "old.html\n");
  writeFileSync(join(site, "old.html"), "old");
  // A folder that is not empty has its place: there it ends.
  mkdirSync(join(site, stuck, "own"), { recursive: true });
  expect(() => applyChanges(changes, site)).toThrow();
  const there = new Set(filesIn(site).keys());
  expect(
    GROUPS.slice(0, at)
      .flat()
      .filter((file) => !there.has(file)),
  ).toEqual([]);
  expect(
    GROUPS.slice(at + 1)
      .flat()
      .filter((file) => there.has(file)),
  ).toEqual([]);
});
