import { generateJsonFeed } from "feedsmith";
import type { Feed, FeedItem } from "./feed.ts";

/** The text of a JSON Feed 1.1. */
export function jsonFeed(feed: Feed): string {
  const json = generateJsonFeed({
    title: feed.title,
    description: feed.description,
    home_page_url: feed.home,
    feed_url: feed.addresses.json,
    icon: feed.icon,
    ...(feed.hub !== undefined && { hubs: [{ type: "WebSub", url: feed.hub }] }),
    language: feed.language,
    authors: [{ name: feed.publisher }],
    items: feed.items.map((item) => itemOf(item, feed.language)),
  });
  return `${JSON.stringify(json, null, 1)}\n`;
}

/** The format requires content, as HTML or plain text; if full texts are not published, that is the summary. */
function itemOf({ url, title, summary, html, published, updated, authors, categories, image, language }: FeedItem, ofFeed: string) {
  return {
    id: url,
    url,
    title,
    summary,
    ...(html === undefined ? { content_text: summary } : { content_html: html }),
    date_published: published,
    date_modified: updated,
    authors: authors.map((name) => ({ name })),
    tags: categories,
    ...(image && { image: image.url }),
    ...(language !== ofFeed && { language }),
  };
}
