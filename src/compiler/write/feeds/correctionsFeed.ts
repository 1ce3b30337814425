import { writable } from "#content/html/xml.ts";
import { milliseconds } from "#content/instant.ts";
import { articlePath, correctionsFeedPath, correctionsPath } from "#content/paths.ts";
import { inlineText } from "#content/plainText.ts";
import { absolute, absolutePage } from "#content/site.ts";
import { allCorrections } from "../../link/corrections.ts";
import type { Story } from "../../link/story.ts";
import type { Feed, FeedSetting } from "./feed.ts";

/** The newest corrections of an edition, as many as feeds have items: an item each. */
export function correctionsFeed(stories: Story[], { edition, settings, site, titles }: FeedSetting): Feed {
  const address = (format: Parameters<typeof correctionsFeedPath>[0]): string => absolutePage(site, correctionsFeedPath(format));
  const newest = allCorrections(stories).slice(-settings.feeds.items).toReversed();
  const items = newest.map(({ slug, headline, inLanguage, number, date, children }) => ({
    // A feed tells its items apart by their addresses.
    url: `${absolutePage(site, articlePath(slug))}#correction-${number}`,
    title: writable(headline),
    published: new Date(milliseconds(date)),
    updated: new Date(milliseconds(date)),
    language: inLanguage,
    summary: writable(inlineText(children)),
    html: undefined,
    authors: [],
    categories: [],
    image: undefined,
    discussion: undefined,
  }));
  const title = writable(`${edition.name}: ${titles?.corrections ?? "Corrections"}`);
  return {
    title,
    description: title,
    publisher: writable(edition.name),
    home: absolutePage(site, correctionsPath()),
    addresses: { rss: address("rss"), atom: address("atom"), json: address("json") },
    icon: absolute(site, "/icon-512.png"),
    language: edition.language,
    updated: new Date(Math.max(0, ...items.map(({ updated }) => updated.getTime()))),
    items,
  };
}
