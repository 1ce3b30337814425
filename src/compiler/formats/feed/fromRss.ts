import type { RdfFeed, RssFeed } from "feedsmith";
import { atomEntry } from "./fromAtom.ts";
import { type Feed, type FeedEpisode, type FeedItem, guessFormat, html, withoutEmpty } from "./feedItem.ts";
import { feedMedia, mediaOfType } from "./feedMedia.ts";
import { isWeb } from "./resolvedUrl.ts";

type Rss = RssFeed.Feed<string>;
type Rdf = RdfFeed.Feed<string>;
type RssItem = RssFeed.Item<string>;
type RdfItem = RdfFeed.Item<string>;

/** RSS 0.91 to 2.0 and RSS 1.0 (RDF) hold the same data; for what RDF lacks, it uses Dublin Core. */
export function fromRss(feed: Rss | Rdf): Omit<Feed, "count"> {
  const own: Rss = feed;
  const link = withoutEmpty([
    feed.link,
    ...(feed.atom?.links ?? []).filter(({ rel = "alternate" }) => rel === "alternate").map(({ href }) => href),
  ]);
  return {
    title: guessFormat(withoutEmpty([feed.title, ...(feed.dc?.titles ?? []), feed.atom?.title?.value])[0]),
    description: guessFormat(withoutEmpty([feed.description, ...(feed.dc?.descriptions ?? [])])[0]),
    link: link[0],
    language: withoutEmpty([own.language, ...(feed.dc?.languages ?? [])])[0],
    dates: withoutEmpty([own.pubDate, own.lastBuildDate, ...(feed.dc?.dates ?? []), feed.dcterms?.issued?.[0], feed.atom?.updated]),
    authors: withoutEmpty([own.managingEditor?.name, ...(feed.dc?.creators ?? [])]),
    items: (feed.items ?? []).map((item) => itemOf(item)),
  };
}

function itemOf(item: RssItem | RdfItem): FeedItem {
  const { dc, dcterms } = item;
  const rss = rssOnly(item);
  const atom = item.atom && atomEntry(item.atom);
  const guid = rss.guid?.value;
  const isAddress = guid !== undefined && rss.guid?.isPermaLink !== false && isWeb(guid);
  const about = "rdf" in item ? item.rdf?.about : undefined;
  const content = html(item.content?.encoded) ?? atom?.content;
  return {
    number: item.xml?.id,
    id: withoutEmpty([guid, about, ...(dc?.identifiers ?? [])])[0],
    link: withoutEmpty([item.link, atom?.link, isAddress ? guid : undefined, about !== undefined && isWeb(about) ? about : undefined])[0],
    otherLinks: withoutEmpty([guid !== undefined && isWeb(guid) ? guid : undefined]),
    title: guessFormat(withoutEmpty([item.title, ...(dc?.titles ?? [])])[0]) ?? atom?.title,
    summary: guessFormat(withoutEmpty([item.description, ...(dc?.descriptions ?? [])])[0]) ?? atom?.summary,
    content,
    published: withoutEmpty([
      rss.pubDate,
      ...(atom?.published ?? []),
      ...(dc?.dates ?? []),
      ...(dcterms?.issued ?? []),
      ...(dcterms?.created ?? []),
      ...(dcterms?.dates ?? []),
      ...(atom?.updated ?? []),
      ...(dcterms?.modified ?? []),
    ]),
    updated: withoutEmpty([...(atom?.updated ?? []), ...(dcterms?.modified ?? [])]),
    authors: withoutEmpty([
      ...(dc?.creators ?? []).map(withoutMail),
      ...(rss.authors ?? []).map(({ name }) => name),
      ...(atom?.authors ?? []),
      rss.itunes,
    ]),
    topics: withoutEmpty([...(rss.categories ?? []).map(({ name }) => name), ...(dc?.subjects ?? []), ...(atom?.topics ?? [])]),
    episode: episodeIn(item),
    media: [...rss.enclosures.flatMap(({ url, type }) => mediaOfType(url, type)), ...feedMedia(item.media), ...(atom?.media ?? [])],
    language: withoutEmpty([...(dc?.languages ?? []), item.xml?.lang])[0],
    base: item.xml?.base,
  };
}

/** The episode of a podcast item: its first audio enclosure. Blogs may enclose audio too, but without podcast elements. */
function episodeIn(item: RssItem | RdfItem): FeedEpisode | undefined {
  const own: RssItem = item;
  const { itunes, podcast, enclosures = [] } = own;
  const sound = enclosures.find(({ url, type }) => mediaOfType(url, type).some(({ kind }) => kind === "audio"));
  if ((!itunes && !podcast) || sound?.url === undefined) return undefined;
  const captions = (podcast?.transcripts ?? []).flatMap(({ url, type, language }) =>
    url !== undefined && /^https:/iu.test(url) && type === "text/vtt" ? [{ url, ...(language !== undefined && { language }) }] : [],
  );
  const [season, episode] = [itunes?.season ?? podcast?.season?.number, itunes?.episode ?? podcast?.episode?.number];
  return {
    address: sound.url,
    ...(sound.type !== undefined && { mediaType: sound.type }),
    ...(isCount(sound.length) && { size: sound.length }),
    ...(itunes?.duration !== undefined && { duration: itunes.duration }),
    ...(own.guid?.value !== undefined && { guid: own.guid.value }),
    ...(isCount(season) && { season }),
    ...(isCount(episode) && { episode }),
    ...(itunes?.explicit === true && { explicit: true }),
    ...(captions.length > 0 && { captions }),
  };
}

const isCount = (value: number | undefined): value is number => Number.isInteger(value) && (value ?? 0) >= 1;

/** The fields that RDF items lack. */
function rssOnly(item: RssItem | RdfItem) {
  const own: RssItem = item;
  const { guid, pubDate, authors, categories, enclosures = [] } = own;
  return { guid, pubDate, authors, categories, enclosures, itunes: own.itunes?.author };
}

/** "Jane Doe <jane@example.org>": addresses have no place in a story. */
const withoutMail = (name: string): string =>
  name.replace(/[<([]?\s*(?:mailto:)?[^\s@<>()[\]]+@[^\s@<>()[\]]+\.[^\s@<>()[\]]+\s*[>)\]]?/gu, " ").replace(/^\s*\((.+)\)\s*$/u, "$1");
