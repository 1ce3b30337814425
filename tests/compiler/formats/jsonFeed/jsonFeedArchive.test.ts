import { describe, expect, test } from "vitest";
import { jsonFeedArchive } from "../../../../src/compiler/formats/jsonFeed/jsonFeedArchive.ts";
import { archiveFile, readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";

archiveCases(jsonFeedArchive);

describe("a file is a JSON feed by its version, or by names that no other format has", () => {
  test.each([
    ['{"version": "https://jsonfeed.org/version/1", "items": [', true],
    ['{ "items": [{"id": "1", "content_html": "', true],
    ['{"items": [{"uri": "x"}]}', false],
    ['[{"content_html": ""}]', false],
    ["<rss>", false],
  ])("%s: %s", (head, is) => {
    expect(jsonFeedArchive.detects(archiveFile("feed.txt", head))).toBe(is);
  });
});

test("of two items with one id and address both are kept back where one is", async () => {
  const items = [true, false].map((draft) => ({
    id: "1",
    title: "A",
    content_text: "Words.",
    date_published: "2024-04-22T07:10:00Z",
    draft,
  }));
  const { drafts, skipped } = await readArchive(jsonFeedArchive, "f.json", JSON.stringify({ version: "1", items }));
  expect(drafts).toEqual([]);
  expect(skipped).toMatchObject([
    { reason: "It is marked as a draft (draft: true)." },
    { reason: "It is marked as a draft (draft: true)." },
  ]);
});
