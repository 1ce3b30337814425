import { generateAtomFeed } from "feedsmith";
import type { Feed, FeedItem } from "./feed.ts";

/** The text of an Atom feed (RFC 4287). Texts are given with their type: feedsmith silently drops plain strings. */
export function atom(feed: Feed): string {
  return generateAtomFeed({
    id: feed.home,
    title: plain(feed.title),
    subtitle: plain(feed.description),
    updated: feed.updated,
    authors: [{ name: feed.publisher }],
    generator: { text: "Broadsheet" },
    icon: feed.icon,
    xml: { lang: feed.language },
    links: [
      { href: feed.home, rel: "alternate", type: "text/html" },
      { href: feed.addresses.atom, rel: "self", type: "application/atom+xml" },
      ...(feed.hub === undefined ? [] : [{ href: feed.hub, rel: "hub" }]),
    ],
    entries: feed.items.map((item) => entryOf(item, feed.language)),
  });
}

function entryOf({ url, title, summary, html, published, updated, authors, categories, image, language }: FeedItem, ofFeed: string) {
  return {
    id: url,
    title: plain(title),
    summary: plain(summary),
    published,
    updated,
    authors: authors.map((name) => ({ name })),
    categories: categories.map((term) => ({ term })),
    links: [
      { href: url, rel: "alternate", type: "text/html" },
      ...(image ? [{ href: image.url, rel: "enclosure", type: image.type, ...(image.size > 0 && { length: image.size }) }] : []),
    ],
    ...(html !== undefined && { content: { value: html, type: "html" } }),
    ...(language !== ofFeed && { xml: { lang: language } }),
  };
}

function plain(value: string): { value: string; type: string } {
  return { value, type: "text" };
}
