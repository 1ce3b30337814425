import { expect, it } from "vitest";
import { correctionsFeed } from "#compiler/write/feeds/correctionsFeed.ts";
import { PreviousSite } from "#compiler/output/previousSite.ts";
import { readWords } from "#compiler/features/words/readWords.ts";
import { linked } from "../../../support/linked.ts";
import { makeArticle } from "../../../support/makeArticle.ts";
import { makeSettings } from "../../../support/makeSettings.ts";

const correction = (date: string, text: string) => ({ date, children: [{ type: "text" as const, text }] });

it("the feed of corrections has an item for each, the newest first, told apart by their addresses", () => {
  const ferry = makeArticle({
    slug: "ferry",
    headline: "The ferry",
    corrections: [correction("2024-04-23T08:00:00Z", "One."), correction("2024-04-23T09:00:00Z", "Two.")],
  });
  const { edition, stories } = linked([ferry, makeArticle({ slug: "quay" })]);
  const setting = { edition, settings: makeSettings(), site: { url: "https://example.org/", base: "/" }, output: NOTHING };
  const feed = correctionsFeed(stories, { ...setting, titles: readWords("de").titles });
  expect(feed).toMatchObject({
    title: "Broadsheet: Berichtigungen",
    home: "https://example.org/corrections",
    addresses: { rss: "https://example.org/corrections/feed.xml" },
    updated: new Date("2024-04-23T09:00:00Z"),
  });
  expect(correctionsFeed(stories, setting).title).toBe("Broadsheet: Corrections");
  expect(feed.items.map(({ url, title, summary }) => [url, title, summary])).toEqual([
    ["https://example.org/article/ferry#correction-2", "The ferry", "Two."],
    ["https://example.org/article/ferry#correction-1", "The ferry", "One."],
  ]);
});

const NOTHING = { size: () => undefined, expect: () => {}, keep: () => false, before: new PreviousSite("/nowhere", false) };
