import { generateRssFeed } from "feedsmith";
import { escaped } from "#content/html/xml.ts";
import type { Feed, FeedItem } from "./feed.ts";

/** The text of an RSS 2.0 feed. */
export function rss(feed: Feed): string {
  return generateRssFeed({
    title: feed.title,
    link: feed.home,
    description: feed.description,
    language: feed.language,
    lastBuildDate: feed.updated,
    generator: "Broadsheet",
    image: { url: feed.icon, title: feed.title, link: feed.home },
    atom: { links: rssLinks(feed.addresses.rss, feed.hub) },
    items: feed.items.map(itemOf),
  });
}

/** The feed's own address, and its hub if it has one (WebSub, section 4). */
export const rssLinks = (address: string, hub: string | undefined): { href: string; rel: string; type?: string }[] => [
  { href: address, rel: "self", type: "application/rss+xml" },
  ...(hub === undefined ? [] : [{ href: hub, rel: "hub" }]),
];

/** RSS wants the email addresses of authors, so names are given as dc:creator. A description is HTML, a title is not. */
function itemOf({ url, title, summary, html, published, authors, categories, image, discussion }: FeedItem) {
  return {
    title,
    link: url,
    guid: { value: url, isPermaLink: true },
    description: escaped(summary),
    pubDate: published,
    ...(discussion !== undefined && { comments: discussion }),
    categories: categories.map((name) => ({ name })),
    ...(authors.length > 0 && { dc: { creators: authors } }),
    ...(html !== undefined && { content: { encoded: html } }),
    ...(image && { enclosures: [{ url: image.url, length: image.size, type: image.type }] }),
  };
}
