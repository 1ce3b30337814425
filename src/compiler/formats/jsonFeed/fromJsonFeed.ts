import * as v from "valibot";
import { parseJsonFeed } from "feedsmith";
import { type Feed, type FeedItem, type FeedMedia, html, plain, withoutEmpty } from "../feed/feedItem.ts";
import { isRecord, type Raw, scalarText } from "../../text/jsonRecord.ts";
import { mediaOfType } from "../feed/feedMedia.ts";

/** JSON Feed 1 and 1.1 as a feed; undefined for any other JSON. */
export function fromJsonFeed(json: unknown): Feed | undefined {
  if (!v.is(JsonFeedSchema, json)) return undefined;
  const feed = parsed(json);
  if (feed === undefined) return { dates: [], authors: [], items: [], count: json.items.length };
  const { title, description, home_page_url: link, language } = feed;
  const authors = withoutEmpty((feed.authors ?? []).map(({ name }) => name));
  const raw = releases(json.items);
  const items = (feed.items ?? []).map((item) => ({
    ...itemOf(item, authors, link),
    release: raw.get(keyOf(item)),
  }));
  return { title: plain(title), description: plain(description), link, language, dates: [], authors, items, count: json.items.length };
}

/** All fields of each item by its id and address. Of items that share both, any may be the one to hold back, so their values are merged. */
function releases(items: unknown[]): Map<string, Raw> {
  const all = new Map<string, Map<string, unknown[]>>();
  for (const item of items.filter(isRecord)) {
    const key = keyOf(item);
    const values = all.get(key) ?? new Map<string, unknown[]>();
    all.set(key, values);
    for (const [name, value] of Object.entries(item)) {
      const known = values.get(name) ?? [];
      values.set(name, known);
      for (const each of [value].flat()) known.push(each);
    }
  }
  return new Map([...all].map(([key, values]) => [key, Object.fromEntries(values)]));
}

const keyOf = ({ id, url }: { id?: unknown; url?: unknown }): string => `${scalarText(id)}\n${scalarText(url)}`;

const JsonFeedSchema = v.object({ items: v.array(v.unknown()) });

type Parsed = NonNullable<ReturnType<typeof parsed>>;
type Item = NonNullable<Parsed["items"]>[number];

function parsed(json: object) {
  try {
    // A feed whose version is missing or newer is read as 1.1.
    return parseJsonFeed({ ...json, version: "https://jsonfeed.org/version/1.1" });
  } catch {
    return undefined;
  }
}

function itemOf(item: Item, ofFeed: string[], base: string | undefined): FeedItem {
  const authors = withoutEmpty((item.authors ?? []).map(({ name }) => name));
  return {
    id: item.id,
    link: item.url ?? (isPage(item.id) ? item.id : undefined),
    otherLinks: withoutEmpty([isPage(item.id) ? item.id : undefined]),
    title: plain(item.title),
    summary: plain(item.summary),
    content: html(item.content_html) ?? plain(item.content_text),
    published: withoutEmpty([item.date_published, item.date_modified]),
    updated: withoutEmpty([item.date_modified]),
    // 1.1: an item without authors has those of the feed.
    authors: authors.length > 0 ? authors : ofFeed,
    topics: withoutEmpty(item.tags ?? []),
    media: [...pictures(item), ...(item.attachments ?? []).flatMap(({ url, mime_type: type, title }) => mediaOfType(url, type, title))],
    about: item.external_url,
    language: item.language,
    base: isPage(item.url) ? item.url : base,
  };
}

const isPage = (address: string | undefined): boolean => /^https?:\/\//iu.test(address ?? "");

/** `banner_image` is meant for the top of the text, `image` is the main picture; the one for the larger use comes first. */
const pictures = (item: Item): FeedMedia[] =>
  withoutEmpty([item.banner_image, item.image])
    .slice(0, 1)
    .map((address) => ({ address, kind: "picture" }));
