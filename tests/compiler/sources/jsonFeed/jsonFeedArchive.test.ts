import { describe, expect, test } from "vitest";
import { jsonFeedArchive } from "../../../../src/compiler/sources/jsonFeed/jsonFeedArchive.ts";
import { archiveFile } from "../../../support/readArchive.ts";
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
