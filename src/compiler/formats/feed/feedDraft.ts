import type { BodyContext } from "../../body/bodyContext.ts";
import type { Draft } from "../../draft/draft.ts";
import type { ArchiveContext, ArchivePlace } from "../archiveFormat.ts";
import { withBloggerOriginals } from "./bloggerSite.ts";
import { citeLinkedPage } from "../../reading/citeLinkedPage.ts";
import { withoutSiteName } from "../fields/siteNameSuffix.ts";
import type { Feed, FeedEpisode, FeedItem } from "./feedItem.ts";
import { feedBody } from "./feedBody.ts";
import { plainLine } from "./plainLine.ts";
import { isWeb, resolvedUrl } from "./resolvedUrl.ts";
import { withMedia } from "./withMedia.ts";
import { instantOf } from "../../text/instantOf.ts";

/** A feed item as a draft. One that cannot be an article is held back, with the reason. */
export function feedDraft(given: FeedItem, feed: Feed, where: ArchivePlace, context: ArchiveContext): Draft {
  const item = withOwnPage(given, feed);
  const body = withBloggerOriginals(context.body(where, item.textBase ?? item.base));
  const warn = (message: string, severity: "warning" | "notice" = "warning") =>
    context.report({ severity, file: where.file, place: where.place, message });
  const text = feedBody(item, body);
  const audio = item.episode && episodeAt(item.episode, item.base);
  const others = audio ? item.media.filter(({ address }) => address !== item.episode?.address) : item.media;
  const { blocks, image } = withMedia(text.blocks, { ...item, media: others }, { context, body, warn });
  const title = plainLine(item.title, body);
  const headline = title && withoutSiteName(title, context.siteNameSuffix, plainLine(feed.title, body));
  const links = addresses(item);
  const elsewhere = item.about === undefined ? undefined : resolvedUrl(item.about, item.base);
  const about = elsewhere !== undefined && isWeb(elsewhere) && !links.includes(elsewhere) ? elsewhere : undefined;
  const cited = citeLinkedPage(about, { headline, body: blocks, citations: [] });
  return {
    file: where.file,
    id: item.id ?? links[0],
    slug: slugIn(links[0]),
    headline,
    standfirst: text.standfirst,
    ...cited,
    authors: names(item.authors, body).map((name) => ({ name })),
    ...itemDates(item, feed, context.settings.timeZone, warn),
    topics: names(item.topics, body).map((name) => ({ name })),
    places: [],
    image,
    audio,
    inLanguage: item.language ?? feed.language,
    corrections: [],
    oldUrls: links,
    empty: withoutText(headline, cited.body.length > 0 || image !== undefined || audio !== undefined),
  };
}

/** The id of an item's draft. */
export function feedId(given: FeedItem, feed: Feed): string | undefined {
  const item = withOwnPage(given, feed);
  return item.id ?? addresses(item)[0];
}

/** An episode keeps its guid, by which podcast apps know it. */
function episodeAt({ address, ...episode }: FeedEpisode, base: string | undefined): Draft["audio"] {
  const url = resolvedUrl(address, base)?.replace(/^http:/iu, "https:");
  return url !== undefined && /^https:/iu.test(url) && isWeb(url) ? { kind: "episode", url, ...episode } : undefined;
}

/** In a link blog's feed, an item may link to the page it is about, and give its own page as the related one. */
function withOwnPage(item: FeedItem, feed: Feed): FeedItem {
  const [own, link, about] = [feed.link, item.link, item.about].map((url) =>
    url !== undefined && URL.canParse(url) ? new URL(url).host : undefined,
  );
  return own !== undefined && own === about && link !== undefined && link !== own ? { ...item, link: item.about, about: item.link } : item;
}

/** A missing title holds nothing back: importing makes the first words the headline, as for all formats. */
function withoutText(headline: string | undefined, hasText: boolean): string | undefined {
  if (hasText) return undefined;
  return headline === undefined ? "It has no title and no text." : "It has a title and no text.";
}

/** Names may be written as HTML, like titles. */
const names = (written: string[], body: BodyContext): string[] => [
  ...new Set(written.flatMap((name) => plainLine({ text: name, html: /[<&]/u.test(name) }, body) ?? [])),
];

/** The addresses at which the item was published, its page first. */
function addresses(item: FeedItem): string[] {
  const written = [item.link, ...item.otherLinks].flatMap((link) => (link === undefined ? [] : (resolvedUrl(link, item.base) ?? [])));
  return [...new Set(written.filter((link) => isWeb(link) || link.startsWith("/")))];
}

/** The last part of the item's address, if it is a name: "?p=12" and "index.html" are not. */
function slugIn(link: string | undefined): string | undefined {
  if (link === undefined || !URL.canParse(link)) return undefined;
  const parts = new URL(link).pathname.split("/").filter((part) => part !== "" && !/^index\.\w+$/u.test(part));
  const last = parts.at(-1)?.replace(/\.(?:html?|php|aspx?|jsp)$/iu, "") ?? "";
  return /[a-z]{3}/iu.test(last) ? last : undefined;
}

type Warn = (message: string, severity?: "warning" | "notice") => void;

/**
 * When an item was published: the first of its dates that can be read. An item
 * without one takes that of the feed, since it was published no later, and is
 * reported. If the feed has none either, the item stays undated and is skipped.
 */
function itemDates(item: FeedItem, feed: Feed, timeZone: string, warn: Warn): { datePublished?: string; dateModified?: string } {
  const published = first(item.published, timeZone);
  const modified = first(item.updated, timeZone);
  if (published !== undefined)
    return { datePublished: published, ...(modified !== undefined && modified !== published && { dateModified: modified }) };
  const ofFeed = first(feed.dates, timeZone);
  const [written] = item.published;
  if (ofFeed !== undefined) {
    const why = written === undefined ? "The item has no date" : `The item's date "${written.slice(0, 60)}" cannot be read`;
    warn(`${why}; it was given that of the feed, ${ofFeed}.`);
    return { datePublished: ofFeed };
  }
  return written === undefined ? {} : { datePublished: written };
}

/** The date as written: refining turns dates into instants. */
const first = (dates: string[], timeZone: string): string | undefined => dates.find((date) => instantOf(date, timeZone) !== undefined);
