import { describe, expect, test } from "vitest";
import { pageArchive } from "../../../../src/compiler/sources/page/pageArchive.ts";
import { archiveFile, readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";

archiveCases(pageArchive);

const TEXT = "<p>A paragraph that is long enough to be one, with commas, and with a point to make, or two, if need be.</p>".repeat(6);

describe("a page is told by its name or its first tag", () => {
  test.each([
    ["index.html", "<p>x", true],
    ["saved", "<!-- saved from url -->\n<!DOCTYPE html>", true],
    ["a.php", "<html>", true],
    ["a.xml", "<?xml version='1.0'?><rss>", false],
    ["a.json", "{}", false],
  ])("%s %s: %s", (path, text, is) => {
    expect(pageArchive.detects({ ...archiveFile("x", text), path })).toBe(is);
  });
});

test("a picture that was saved beside the page is taken from there", async () => {
  const html = `<title>T</title><link rel="canonical" href="https://t.example/a"><article>${TEXT}<p><img src="a_files/1.jpg" alt="One"></p>${TEXT}</article>`;
  const { drafts } = await readArchive(pageArchive, "pages/a.html", html);
  expect(JSON.stringify(drafts[0]?.body)).toContain('"/pages/a_files/1.jpg"');
});

test("a page without an address of its own keeps its path in the folder as an old address", async () => {
  const { drafts } = await readArchive(pageArchive, "2014/05/the-tide.html", `<title>The tide</title><article>${TEXT}</article>`);
  expect(drafts[0]).toMatchObject({ slug: "the-tide", oldUrls: ["/2014/05/the-tide.html"] });
});

test("a page with more elements than any article has is skipped at once", async () => {
  const { drafts, skipped } = await readArchive(pageArchive, "a.html", `<title>T</title>${"<p>x".repeat(50_000)}`);
  expect(drafts).toEqual([]);
  expect(skipped.map(({ reason }) => reason)).toEqual(["The page has more than 40000 elements, which no article has."]);
});
