import { expect, test } from "vitest";
import { feedArchive } from "../../../../src/compiler/formats/feed/feedArchive.ts";
import { siteNameSuffix, withoutSiteName } from "../../../../src/compiler/formats/fields/siteNameSuffix.ts";
import { articlesIn, folderOf, tryImport } from "../../../support/importing.ts";
import { readArchive } from "../../../support/readArchive.ts";

const TITLES = ["Cranes move", "Tide turns", "Snow - early", "Ferry sails", "Bridge opens"];

const item = (title: string): string =>
  `<item><title>${title}</title><description>Words of ${title}.</description><pubDate>Mon, 22 Apr 2024 07:10:00 GMT</pubDate></item>`;
const feed = (titles: string[], site: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${site}</title>${titles.map(item).join("")}</channel></rss>`;

const headlines = async (titles: string[], site: string) =>
  (await readArchive(feedArchive, "feed.xml", feed(titles, site))).drafts.map(({ headline }) => headline);

test("what most headlines of a feed end with is no part of them", async () => {
  const ended = TITLES.map((title) => `${title} – Nouvelles &amp; Co – Le Journal`);
  expect(await headlines([...ended, "Storm – a report"], "All our news")).toEqual([...TITLES, "Storm – a report"]);
});

test("the name of the feed at the end of a headline is no part of it, even of one only", async () => {
  expect(await headlines(["Cranes move | The Paper", "The Paper", "A day at The Paper"], "The paper")).toEqual([
    "Cranes move",
    "The Paper",
    "A day at The Paper",
  ]);
});

test("the headlines of a short series and of various sites stay", () => {
  expect(siteNameSuffix(["One - a series", "Two - a series", "Three - a series"])).toBeUndefined();
  expect(siteNameSuffix(TITLES.map((title, index) => `${title} | ${index % 2 === 0 ? "The Paper" : "The Post"}`))).toBeUndefined();
  expect(siteNameSuffix(TITLES.map((title) => `${title} news`))).toBeUndefined();
  expect(withoutSiteName("| WIRED.jp", "| WIRED.jp")).toBe("| WIRED.jp");
});

test("what most titles of saved pages end with is no part of their headlines", async () => {
  const words = "<p>A paragraph that is long enough to be one, with commas, and with a point to make, or two, if need be.</p>".repeat(6);
  const page = (title: string) =>
    `<!doctype html><title>${title}｜WIRED.jp</title><meta property="article:published_time" content="2024-04-22T07:10:00Z"><article><h1>${title}</h1>${words}</article>`;
  const files = Object.fromEntries(TITLES.map((title, index) => [`${index}.html`, page(title)]));
  const { content } = await tryImport(folderOf(files));
  expect(new Set([...articlesIn(content).values()].map(({ headline }) => headline))).toEqual(new Set(TITLES));
});
