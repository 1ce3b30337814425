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

test("a name that Medium has cut is read from the text, and an address in any script", async () => {
  const html = (title: string) =>
    `<article class="h-entry"><h1 class="p-name">The crane that moved in…</h1><section data-field="body" class="e-content">` +
    `<h3 class="graf--title">${title}</h3><p>Words.</p></section><footer><a href="https://medium.com/p/1"><time class="dt-published" ` +
    `datetime="2021-03-12T08:00:00Z">x</time></a><a class="p-canonical" href="https://medium.com/@a/%E8%B5%B7-0a1b2c3d4e5f">x</a></footer></article>`;
  const read = async (title: string) => (await readArchive(mediumArchive, "posts/a.html", html(title))).drafts[0];
  expect(await read("The crane that moved in the night")).toMatchObject({ headline: "The crane that moved in the night", slug: "起" });
  expect(await read("Another")).toMatchObject({ headline: "The crane that moved in…", body: [{ type: "heading" }, { type: "paragraph" }] });
});
