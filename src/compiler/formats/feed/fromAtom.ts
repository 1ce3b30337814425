import type { AtomFeed, AtomNs } from "feedsmith";
import { type Feed, type FeedItem, type FeedText, html, plain, withoutEmpty } from "./feedItem.ts";
import { fromBase64 } from "./fromBase64.ts";
import { feedMedia, mediaOfType } from "./feedMedia.ts";

type Atom = AtomFeed.Feed<string>;
type Entry = AtomFeed.Entry<string> | AtomNs.Entry<string>;

/** Atom 1.0 (RFC 4287) and 0.3. */
export function fromAtom(feed: Atom): Omit<Feed, "count"> {
  const authors = withoutEmpty((feed.authors ?? []).map(({ name }) => name));
  return {
    title: textOf(feed.title),
    description: textOf(feed.subtitle),
    link: linkOf(feed.links ?? []),
    language: withoutEmpty([feed.xml?.lang, ...(feed.dc?.languages ?? [])])[0],
    dates: withoutEmpty([feed.updated, ...(feed.dc?.dates ?? [])]),
    authors,
    items: (feed.entries ?? []).map((entry) => {
      const item = atomEntry(entry);
      // RFC 4287, 4.2.1: an entry without an author has that of its source, then that of the feed.
      const source = withoutEmpty((entry.source?.authors ?? []).map(({ name }) => name));
      return { ...item, authors: item.authors.length > 0 ? item.authors : source.length > 0 ? source : authors };
    }),
  };
}

export function atomEntry(entry: Entry): FeedItem {
  const links = entry.links ?? [];
  const dc = "dc" in entry ? entry.dc : undefined;
  const xml = "xml" in entry ? entry.xml : undefined;
  const content = entry.content;
  const enclosures = links.filter(({ rel }) => rel === "enclosure");
  return {
    number: xml?.id,
    id: entry.id,
    link: linkOf(links) ?? (isPage(entry.id) ? entry.id : undefined),
    otherLinks: withoutEmpty([isPage(entry.id) ? entry.id : undefined]),
    title: textOf(entry.title) ?? plain(dc?.titles?.[0]),
    summary: textOf(entry.summary) ?? plain(dc?.descriptions?.[0]),
    content: textOf(content),
    published: withoutEmpty([entry.published, ...(dc?.dates ?? []), entry.updated]),
    updated: withoutEmpty([entry.updated]),
    authors: withoutEmpty([...(entry.authors ?? []).map(({ name }) => name), ...(dc?.creators ?? [])]),
    kind: entry.categories?.find(isKind)?.term?.replace(/^.*#/su, ""),
    topics: withoutEmpty([
      ...(entry.categories ?? []).filter((category) => !isKind(category)).map(({ label, term }) => label ?? term),
      ...(dc?.subjects ?? []),
    ]),
    media: [
      ...enclosures.flatMap(({ href, type, title }) => mediaOfType(href, type, title)),
      ...mediaOfType(content?.src, content?.type),
      ...feedMedia("media" in entry ? entry.media : undefined),
    ],
    about: links.find(({ rel }) => rel === "related")?.href,
    language: withoutEmpty([content?.xml?.lang, xml?.lang])[0],
    base: xml?.base,
    textBase: (content ?? entry.summary)?.xml?.base,
  };
}

/** Blogger's archive is one feed of everything in a blog, in which a category gives the kind of each entry. */
const isKind = ({ scheme }: AtomFeed.Category): boolean => scheme === "http://schemas.google.com/g/2005#kind";

/** Many feeds use the page's address as the id; it also serves as the link if there is none. */
const isPage = (id: string | undefined): boolean => /^https?:\/\//iu.test(id ?? "");

/** The page of an entry: its first alternate link, HTML before any other type (RFC 4287, 4.2.7.2). */
function linkOf(links: AtomFeed.Link<string>[]): string | undefined {
  const own = links.filter(({ rel = "alternate", href }) => rel === "alternate" && href !== undefined);
  const page = own.find(({ type = "text/html" }) => /html/u.test(type)) ?? own[0];
  return page?.href;
}

/**
 * A text by its type: "text", "html", "xhtml", or a MIME type as in Atom 0.3. MIME types other than text and XML are in base64
 * (RFC 4287, 4.1.3.3).
 */
function textOf(text: AtomFeed.Content | undefined): FeedText | undefined {
  if (text?.value === undefined) return undefined;
  const type = text.type?.toLowerCase() ?? "text";
  if (/html|[/+]xml$/u.test(type)) return html(text.value);
  return (/^(?!text)\w+\//u.test(type) ? html(fromBase64(text.value)) : undefined) ?? plain(text.value);
}
