import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { archives } from "../../../../src/compiler/formats/archives.ts";
import { mediumArchive } from "../../../../src/compiler/formats/medium/mediumArchive.ts";
import { readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";

const STORY = readFileSync(join(import.meta.dirname, "../../../fixtures/medium/story/source.html"), "utf8");

archiveCases(mediumArchive);

test("a story of an export is told from saved pages by itself", () => {
  expect(archives.find((each) => each.detects({ path: "posts/2021-03-12_x.html", head: STORY }))).toBe(mediumArchive);
  expect(mediumArchive.detects({ path: "x.html", head: '<article class="hentry"><h1 class="p-name">A page</h1>' })).toBe(false);
});

test("a file that Medium calls a draft is none that is out, whatever it says", async () => {
  const { drafts, skipped } = await readArchive(mediumArchive, "posts/draft_The-crane.html", STORY);
  expect([drafts.length, skipped.length]).toEqual([0, 1]);
});
