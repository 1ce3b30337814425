import { parseAtomFeed, parseRdfFeed, parseRssFeed } from "feedsmith";
import { bloggerSite } from "./bloggerSite.ts";
import { withoutDoctype } from "./doctype.ts";
import type { Feed, FeedItem } from "./feedItem.ts";
import { fromAtom } from "./fromAtom.ts";
import { fromRss } from "./fromRss.ts";
import { withResolvedBases } from "./withResolvedBases.ts";
import { type ItemFields, releaseFields } from "./feedRelease.ts";
import { isWeb, resolvedUrl } from "./resolvedUrl.ts";
import { rootOf } from "./rootOf.ts";

/** The feed in the text of an RSS, RDF or Atom file, or why none of it can be read, as a full sentence. */
export function readFeed(text: string): Feed | { error: string } {
  const free = withoutDoctype(text);
  if ("error" in free) return free;
  const { xml, base, count, whole, open } = withResolvedBases(free.xml);
  const all = parsed(xml);
  if ("feed" in all) {
    const message =
      open === undefined
        ? undefined
        : `The file ends inside <${open}>, which is not closed. It was cut off, or was not written to its end.`;
    return inPlace({ ...all.feed, count, broken: message === undefined ? undefined : { message, line: lineAt(xml, xml.length) } }, base);
  }
  // An empty feed is still a feed.
  if (count === 0 && /^(?:Invalid|Unrecognized) feed format/u.test(all.cause)) return { items: [], dates: [], authors: [], count };
  const start = whole === undefined ? undefined : parsed(xml.slice(0, whole.end) + whole.around.map((name) => `</${name}>`).join(""));
  if (whole === undefined || start === undefined || "cause" in start)
    return { error: `The feed cannot be read: ${all.cause.replace(/\.$/u, "")}.` };
  const message = "The feed is broken after this line, or was cut off; the rest was not read.";
  return inPlace({ ...start.feed, count, broken: { message, line: lineAt(xml, whole.end) } }, base);
}

function parsed(xml: string): { feed: Omit<Feed, "count"> } | { cause: string } {
  const root = rootOf(xml);
  try {
    const feed = root === "feed" ? fromAtom(parseAtomFeed(xml)) : fromRss(root === "rss" ? parseRssFeed(xml) : parseRdfFeed(xml));
    const releases = releaseFields(xml);
    const items = feed.items.map((item) => withFields(item, releases.items.get(item.number ?? "")));
    return { feed: { ...feed, items, release: releases.all } };
  } catch (error) {
    const [cause = ""] = causeOf(error).split("\n");
    return { cause };
  }
}

/** Of an archive of Blogger, the address may be all that an item says about its page. */
function withFields(item: FeedItem, fields: ItemFields | undefined): FeedItem {
  return { ...item, release: fields?.release, kind: fields?.kind ?? item.kind, link: item.link ?? fields?.address };
}

/** The parser's errors only say that something is wrong; their cause says what. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

const lineAt = (text: string, end: number): number => text.slice(0, end).split("\n").length;

/** Relative addresses are resolved against the item's base, else the feed's, else the page that the feed belongs to. */
function inPlace(feed: Feed, base: string | undefined): Feed {
  const link = feed.link === undefined ? (base ?? bloggerSite(feed.items)) : resolvedUrl(feed.link, base);
  const outer = [base, link].find((address) => address !== undefined && isWeb(address));
  return { ...feed, link, items: feed.items.map((item) => itemInPlace(item, outer)) };
}

function itemInPlace(item: FeedItem, outer: string | undefined): FeedItem {
  const base = item.base !== undefined && isWeb(item.base) ? item.base : outer;
  const textBase = item.textBase === undefined ? undefined : resolvedUrl(item.textBase, base);
  return { ...item, base, textBase: textBase !== undefined && isWeb(textBase) ? textBase : base };
}
