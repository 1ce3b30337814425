import { calendarPath, eventStatus } from "#content/collection.ts";
import { milliseconds } from "#content/instant.ts";
import { plainText } from "#content/blocks/plainText.ts";
import { blocksHtml } from "#content/html/blocksHtml.ts";
import { writable } from "#content/html/xml.ts";
import { inSite } from "#content/paths.ts";
import { absoluteIn, absolutePage, type Site } from "#content/site.ts";
import type { Linked } from "../../link/link.ts";
import type { LinkedSite } from "../../link/linkSite.ts";
import type { Output } from "../../output/output.ts";
import type { CollectionSettings } from "../../settings/collectionSettings.ts";
import type { Settings } from "../../settings/settings.ts";
import { type FeedItem, type FeedSetting, feedWith, imageOf } from "../../write/feeds/feed.ts";
import type { Renderer } from "../../write/renderFiles.ts";
import { type CalendarEvent, calendarText } from "./calendarText.ts";
import type { ListedCollection } from "./collectionPages.ts";
import type { ListedItem } from "./listedItem.ts";

type Around = { linked: Linked & Pick<LinkedSite, "others">; settings: Settings; site: Site; now: number; renderer: Renderer };

/** The most events of a calendar that readers subscribe to: programs fetch all of it every few hours. */
const MOST_EVENTS = 500;

/** Writes the feeds and calendars of collections. Pictures must be in the output already, since feeds state their sizes. */
export async function writeCollections(
  listed: ListedCollection[],
  { linked, settings, site: main, now, renderer }: Around,
  output: Pick<Output, "write" | "size" | "expect" | "keep" | "before">,
): Promise<void> {
  for (const collection of listed) {
    const { prefix, path, items, settings: own } = collection;
    const site = prefix === "" ? main : { ...main, prefix };
    const other = linked.others.find(({ place }) => place.prefix === prefix);
    const { edition } = other?.linked ?? linked;
    const setting = { edition, settings: other?.settings ?? settings, site, output };
    const fileAt = (at: string): string => decodeURIComponent(inSite(prefix, at).slice(1));
    if (own.feed) {
      const file = fileAt(`${path}/feed.xml`);
      output.expect(file);
      await renderer.take({ type: "feeds", feed: feedOf(collection, setting), files: [{ format: "rss", file }] });
    }
    if (!own.calendar) continue;
    const coming = items.filter(({ ends }) => ends > now);
    const events = coming.map((item): [ListedItem, CalendarEvent] => [item, eventOf(item, own, site)]);
    if (coming.length > 0)
      output.write(
        fileAt(calendarPath(path)),
        calendarText(
          `${edition.name}: ${own.name.plural}`,
          events.slice(0, MOST_EVENTS).map(([, event]) => event),
        ),
      );
    for (const [item, event] of events) output.write(fileAt(`${item.path}.ics`), calendarText(undefined, [event]));
  }
}

function feedOf({ path, items, settings: { name, description } }: ListedCollection, setting: FeedSetting) {
  const newest = items
    .toSorted((a, b) => milliseconds(b.stated.datePublished) - milliseconds(a.stated.datePublished) || (a.path < b.path ? -1 : 1))
    .slice(0, setting.settings.feeds.items);
  const { edition } = setting;
  const head = {
    title: `${edition.name}: ${name.plural}`,
    description: description ?? name.plural,
    home: path,
    path: () => `${path}/feed.xml`,
  };
  return feedWith(
    head,
    newest.map((item) => feedItem(item, setting)),
    setting,
  );
}

function feedItem({ page: { value }, path, stated, line }: ListedItem, { settings, site, output }: FeedSetting): FeedItem {
  const url = absolutePage(site, path);
  const resolve = absoluteIn(site, url);
  const { datePublished, dateModified, authors } = stated;
  return {
    url,
    title: writable(value.title),
    published: new Date(milliseconds(datePublished)),
    updated: new Date(milliseconds(dateModified ?? datePublished)),
    language: value.inLanguage,
    summary: writable([line, value.standfirst ?? plainText(value.body).split("\n")[0]].filter(Boolean).join(". ")),
    html: settings.feeds.fullText ? blocksHtml(value.body, { resolve, pictureUrl: (image) => resolve(image.url), plays: true }) : undefined,
    authors: authors.map(writable),
    categories: [],
    image: value.image && imageOf(value.image, site, output),
    discussion: undefined,
  };
}

function eventOf({ page: { value }, path, stated }: ListedItem, { calendar, properties }: CollectionSettings, site: Site): CalendarEvent {
  const { values } = stated;
  const textOf = (name: string | undefined): string | undefined => {
    const found = name === undefined ? undefined : values[name];
    return typeof found === "string" ? found : undefined;
  };
  const places = ["location.name", "location.address", "jobLocation.address"].flatMap(
    (schema) => textOf(Object.keys(properties).find((name) => properties[name]?.schema === schema)) ?? [],
  );
  return {
    url: absolutePage(site, path),
    title: value.title,
    start: textOf(calendar?.start) ?? "",
    end: textOf(calendar?.end),
    description: value.standfirst,
    ...(places.length > 0 && { place: places.join(", ") }),
    isCancelled: eventStatus(stated.schema?.properties["eventStatus"]) === "Cancelled",
    changed: stated.dateModified ?? stated.datePublished,
  };
}
