import { writable } from "#content/html/xml.ts";
import { milliseconds } from "#content/instant.ts";
import { articlePath, correctionsFeedPath, correctionsPath } from "#content/paths.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import { absolutePage } from "#content/site.ts";
import { allCorrections } from "../../link/correctionsPages.ts";
import type { Story } from "../../link/story.ts";
import { type Feed, type FeedSetting, feedWith } from "./feed.ts";

/** A feed of the newest corrections of an edition, as many as feeds have items. */
export function correctionsFeed(stories: Story[], setting: FeedSetting): Feed {
  const { edition, settings, site, titles } = setting;
  const newest = allCorrections(stories).slice(-settings.feeds.items).toReversed();
  const items = newest.map(({ slug, headline, inLanguage, number, date, children }) => ({
    // Items of a feed are told apart by their addresses.
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
  const title = `${edition.name}: ${titles?.corrections ?? "Corrections"}`;
  return feedWith({ title, description: title, home: correctionsPath(), path: correctionsFeedPath }, items, setting);
}
