import type { Ref } from "#content/article.ts";
import type { InCollection, ItemTeaser, ItemValue, Row, StatedItem } from "#content/collection.ts";
import { calendarPath, listPagePath } from "#content/collection.ts";
import { direction } from "#content/direction.ts";
import { inEdition } from "#content/edition/editions.ts";
import { milliseconds } from "#content/instant.ts";
import { PAGE_SIZE } from "#content/pages/listPage.ts";
import { inSite, staticPath } from "#content/paths.ts";
import { slug } from "#content/slug.ts";
import { hyphenated } from "../../link/hyphenated.ts";
import { foreign } from "../../link/makeTeaser.ts";
import type { OwnPage } from "../../refine/staticPages.ts";
import type { CollectionSettings, PropertySettings } from "../../settings/collectionSettings.ts";
import { editionsOf } from "../../settings/editionSettings.ts";
import type { Settings } from "../../settings/settings.ts";
import { groupBy } from "../../text/groupBy.ts";
import type { Say } from "../../text/say.ts";
import { type Grouping, groupingOf, groupsOf } from "./groups.ts";
import { ItemWords } from "./itemWords.ts";
import { type ListedItem, listedItem } from "./listedItem.ts";

/** A collection in one edition, with the items that readers may see, in the order of its list. */
export type ListedCollection = {
  settings: CollectionSettings;
  prefix: string;
  /** The path of its list in its edition. */
  path: string;
  items: ListedItem[];
};

/** The pages of a paper with those of its collections; `nextChange`: when the next item will be past, Infinity if none will. */
type Made = { pages: OwnPage[]; listed: ListedCollection[]; nextChange: number };

type Known = { settings: Settings; say: Say; now: number };

/**
 * What the pages of a collection in an edition are made with. `path` is that of its list in the edition; `file` is its settings.
 */
type Frame = { settings: CollectionSettings; file: string; prefix: string; path: string; language: string; words: ItemWords } & Omit<
  Known,
  "settings"
> & {
    grouping: Grouping;
  };

/** Completes the pages of items, and makes the lists of all collections. @param pages of the paper, among them those of items */
export function collectionPages(pages: OwnPage[], { settings, say, now }: Known): Made {
  const { collections = [], timeZone } = settings;
  if (collections.length === 0) return { pages, listed: [], nextChange: Infinity };
  const made: Made = { pages: pages.filter(({ fields }) => !fields.item), listed: [], nextChange: Infinity };
  const editions = editionsOf(settings);
  const places = editions.length === 0 ? [{ prefix: "", language: settings.language }] : editions;
  for (const collection of collections) {
    if ("fault" in collection) continue;
    const own = pages.filter(({ fields }) => fields.item?.collection === collection.folder);
    const byEdition = groupBy(own, ({ value }) => inEdition(editions, value.path).edition?.prefix ?? "");
    for (const { prefix, language } of places) {
      const ofEdition = byEdition.get(prefix) ?? [];
      if (prefix !== "" && ofEdition.length === 0) continue;
      const words = new ItemWords(language, timeZone);
      const frame: Frame = {
        settings: collection.settings,
        file: `${collection.folder}/collection.json`,
        prefix,
        path: staticPath(collection.settings.path),
        language,
        words,
        grouping: groupingOf(collection.settings, words),
        say,
        now,
      };
      const items = ofEdition.map((page) => listedItem(page, inEdition(editions, page.value.path).path, { ...frame, timeZone }));
      const parts = partsOf(items, frame);
      made.pages.push(...parts.flatMap((part) => [...listPages(part, parts, frame), ...itemPages(part, frame)]));
      made.listed.push({ settings: collection.settings, prefix, path: frame.path, items: parts.flatMap((part) => part.items) });
      for (const { ends } of items) if (ends > now && ends < made.nextChange) made.nextChange = ends;
    }
  }
  return made;
}

/** A part of a list with pages of its own: what is to come, what is past, or all. */
type Part = { name: string; path: string; items: ListedItem[] };

function partsOf(items: ListedItem[], { settings, path, grouping, language, words, say, now }: Frame): Part[] {
  const { calendar, order } = settings;
  const byTime = (a: ListedItem, b: ListedItem): number => a.at - b.at || (a.path < b.path ? -1 : 1);
  const byOrder = order ? orderOf(order, words) : calendar ? byTime : (a: ListedItem, b: ListedItem) => byTime(b, a);
  // Months and days follow the order of the list if that is one of dates.
  const isOfDates = order !== undefined && (order.by === "date" || settings.properties[order.by]?.format?.startsWith("date") === true);
  const latestFirst = isOfDates ? order.descending : calendar === undefined;
  const sorted = (some: ListedItem[]): ListedItem[] =>
    some.toSorted((a, b) => grouping.compare(a.stated, b.stated, latestFirst) || byOrder(a, b));
  const [coming, past] = [items.filter(({ ends }) => ends > now), items.filter(({ ends }) => ends <= now)];
  const others = past.toSorted((a, b) => grouping.compare(a.stated, b.stated, true) || byTime(b, a));
  if (past.length === 0) return [{ name: "", path, items: sorted(coming) }];
  if (coming.length === 0) return [{ name: "", path, items: others }];
  return [
    { name: say(language, "collection", "upcoming"), path, items: sorted(coming) },
    { name: say(language, "collection", "past"), path: `${path}/past`, items: others },
  ];
}

function orderOf({ by, descending }: NonNullable<CollectionSettings["order"]>, words: ItemWords) {
  const { compare } = words;
  const valueOf = ({ page, stated }: ListedItem): ItemValue | undefined =>
    by === "title" ? page.value.title : by === "date" ? milliseconds(stated.datePublished) : stated.values[by];
  return (a: ListedItem, b: ListedItem): number => {
    const [one, other] = [valueOf(a), valueOf(b)];
    // What lacks the property comes last, in either direction.
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
    const difference = typeof one === "number" && typeof other === "number" ? one - other : compare(textOf(one), textOf(other));
    return (descending ? -difference : difference) || (a.path < b.path ? -1 : 1);
  };
}

const textOf = (value: ItemValue): string =>
  typeof value === "object" ? (Array.isArray(value) ? value.join(" ") : value.alt) : String(value);

function listPages(part: Part, parts: Part[], frame: Frame): OwnPage[] {
  const { settings, file, prefix, path, language, say, now } = frame;
  const { name, description, calendar } = settings;
  const pages = Math.max(1, Math.ceil(part.items.length / PAGE_SIZE));
  const subscribed = calendar && parts[0]?.items.some(({ ends }) => ends > now);
  return Array.from({ length: pages }, (_, at) => {
    const page = at + 1;
    const isFirst = page === 1 && part === parts[0];
    const shown = part.items.slice(at * PAGE_SIZE, page * PAGE_SIZE);
    const list: InCollection["list"] = {
      count: part.items.length,
      page,
      pages,
      first: part.path,
      parts: parts.length < 2 ? [] : parts.map((other) => ({ name: other.name, url: other.path, isOpen: other === part })),
      index:
        page === 1
          ? frame.grouping.index(
              part.items.map(({ stated }) => stated),
              part.path,
            )
          : [],
      ...(isFirst && subscribed && { calendar: { name: say(language, "collection", "subscribe"), url: calendarPath(path) } }),
      ...(settings.feed && { feed: `${path}/feed.xml` }),
      groups: groupsOf(shown, frame.grouping, ({ stated }) => stated).map(({ items, ...group }) => ({
        ...group,
        items: items.map((item) => teaserOf(item, frame, group.date)),
      })),
    };
    const above = isFirst ? undefined : [{ name: name.plural, url: path }];
    return {
      value: {
        path: inSite(prefix, listPagePath(part.path, page)),
        title: [name.plural, parts.length > 1 && part !== parts[0] ? part.name : "", page > 1 ? String(page) : ""]
          .filter(Boolean)
          .join(" – "),
        standfirst: isFirst ? description : undefined,
        type: "WebPage",
        body: [],
        ...(above && { above }),
        inLanguage: language,
        direction: direction(language),
        collection: { name: name.plural, path, list },
      },
      file,
      fields: { search: isFirst, menu: isFirst && shown.length > 0 && settings.menu },
      oldUrls: [],
      ...(shown.length > 0 && { lastModified: newestOf(shown) }),
    };
  });
}

const newestOf = (items: ListedItem[]): string =>
  items.map(({ stated }) => stated.dateModified ?? stated.datePublished).reduce((a, b) => (Date.parse(a) > Date.parse(b) ? a : b));

/** How many other items the page of an item shows: those that follow it in the list, and at its end those before it. */
const MORE = 3;

function itemPages({ items }: Part, frame: Frame): OwnPage[] {
  const { settings, path, language, words, say, now } = frame;
  return items.map((item, at) => {
    const { page, stated, ends } = item;
    const from = Math.max(0, Math.min(at + 1, items.length - MORE));
    const near = items.slice(from, from + MORE + 1).filter((other) => other !== item);
    const rows = words.rows(stated.values, settings);
    const byline = stated.authors.length === 0 ? undefined : new Intl.ListFormat(language).format(stated.authors);
    const collection: InCollection & { stated: StatedItem } = {
      name: settings.name.plural,
      path,
      item: {
        rows,
        ...(byline !== undefined && { byline }),
        ...(settings.calendar &&
          ends > now && { calendar: { name: say(language, "collection", "addToCalendar"), url: `${item.path}.ics` } }),
        more: near.slice(0, MORE).map((other) => teaserOf(other, frame)),
      },
      stated,
    };
    return {
      ...page,
      lastModified: stated.dateModified ?? stated.datePublished,
      found: foundIn(item, rows, settings),
      value: { ...page.value, above: [{ name: settings.name.plural, url: path }], collection },
    };
  });
}

/** In the search, a collection is filtered by as a section, its enumerations as topics, and where something takes place as a place. */
function foundIn(
  { stated: { values }, line }: ListedItem,
  rows: Row[],
  { name, path, properties }: CollectionSettings,
): NonNullable<OwnPage["found"]> {
  const refsOf = (isOf: (property: PropertySettings) => boolean): Ref[] =>
    Object.entries(properties).flatMap(([key, property]) => {
      const value = values[key];
      const texts = isOf(property) ? (Array.isArray(value) ? value : typeof value === "string" ? [value] : []) : [];
      return texts.flatMap((text) => (slug(text) === "" ? [] : [{ slug: slug(text), name: text }]));
    });
  return {
    aside: rows.flatMap(({ name: title, text, items }) => (items ? [title, ...items] : text === undefined ? [] : [text])),
    line,
    section: { slug: slug(path), name: name.plural },
    topics: refsOf((property) => property.enum !== undefined),
    places: refsOf((property) => property.schema === "location.name"),
  };
}

function teaserOf({ page, path, stated }: ListedItem, { settings, words, language }: Frame, day?: string): ItemTeaser {
  const { title, standfirst, image, inLanguage } = page.value;
  const hyphens = hyphenated(title, inLanguage);
  return {
    path,
    title,
    ...(hyphens !== undefined && { hyphenated: hyphens }),
    ...(standfirst !== undefined && { standfirst }),
    line: words.line(stated.values, settings, day),
    ...(image && { image: smaller(image) }),
    ...foreign(page.value, { language, direction: direction(language) }),
  };
}

/** The greatest width, in pixels, of the files of a picture in a list. */
const WIDEST = 960;

function smaller({ url, width, height, sources, focus }: NonNullable<OwnPage["value"]["image"]>): ItemTeaser["image"] {
  const small = sources.filter((source) => source.width <= WIDEST);
  return { url, width, height, sources: small.length > 0 ? small : sources, ...(focus !== undefined && { focus }) };
}
