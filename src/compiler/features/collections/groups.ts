import type { StatedItem } from "#content/collection.ts";
import { listPagePath } from "#content/collection.ts";
import { PAGE_SIZE } from "#content/pages/listPage.ts";
import { slug } from "#content/slug.ts";
import type { NamedLink } from "#content/menu.ts";
import type { CollectionSettings } from "../../settings/collectionSettings.ts";
import type { ItemWords } from "./itemWords.ts";

/** The heading above an item. With a `date` (a day, or a month) it is the name of that. */
export type Group = { id: string; name?: string; date?: string };

/** How the list of a collection is divided. */
export type Grouping = {
  of: (item: StatedItem) => Group;
  /** For sort(): the order of groups, so that the items of each follow one another. With `latestFirst`, dates go backwards. */
  compare: (a: StatedItem, b: StatedItem, latestFirst: boolean) => number;
  /** Links to the groups of a list, if there are several and their names do not follow from each other, as months do. */
  index: (items: StatedItem[], path: string) => NamedLink[];
};

const NONE: Group = { id: "all" };

export function groupingOf({ properties, group, calendar }: CollectionSettings, words: ItemWords): Grouping {
  if (group === undefined) {
    if (!calendar) return { of: () => NONE, compare: () => 0, index: () => [] };
    return byDates(({ values }) => dated(values[calendar.start], (date) => [words.dayOf(date), words.day(date)]));
  }
  const format = properties[group]?.format;
  if (group === "date" || format === "date" || format === "date-time") {
    const inMonth = (date: string): [string, string] => [words.dayOf(date).slice(0, 7), words.month(date)];
    return byDates(({ values, datePublished }) => dated(group === "date" ? datePublished : values[group], inMonth));
  }
  const nameOf = ({ values }: StatedItem): string | undefined => {
    const value = values[group];
    const first = Array.isArray(value) ? value[0] : value;
    return typeof first === "object" || first === undefined ? undefined : String(first);
  };
  const of = (item: StatedItem): Group => {
    const name = nameOf(item);
    return name === undefined ? NONE : { id: `group-${slug(name) || Buffer.from(name).toString("hex")}`, name };
  };
  const { enum: order } = properties[group] ?? {};
  const { compare } = words;
  return {
    of,
    compare: (a, b) => {
      const [one, other] = [nameOf(a), nameOf(b)];
      if (one === other) return 0;
      if (one === undefined || other === undefined) return one === undefined ? 1 : -1;
      return order ? order.indexOf(one) - order.indexOf(other) : compare(one, other);
    },
    index: (items, path) => indexOf(items.map(of), path),
  };
}

/** Groups by days or months; what has no date is the last. */
const byDates = (of: Grouping["of"]): Grouping => ({
  of,
  compare: (a, b, latestFirst) => {
    const [one, other] = [of(a).date, of(b).date];
    if (one === other) return 0;
    if (one === undefined || other === undefined) return one === undefined ? 1 : -1;
    return one < other === latestFirst ? 1 : -1;
  },
  index: () => [],
});

function dated(date: unknown, name: (date: string) => [date: string, name: string]): Group {
  if (typeof date !== "string") return NONE;
  const [key, said] = name(date);
  return { id: `on-${key}`, name: said, date: key };
}

/** With more groups, their names would fill the first screen. */
const MOST = 24;

function indexOf(groups: Group[], path: string): NamedLink[] {
  const first = new Map<string, NamedLink>();
  for (const [at, { id, name }] of groups.entries())
    if (name !== undefined && !first.has(id))
      first.set(id, { name, url: `${listPagePath(path, Math.floor(at / PAGE_SIZE) + 1)}#${encodeURIComponent(id)}` });
  return first.size < 2 || first.size > MOST ? [] : [...first.values()];
}

/** Items that follow one another in the same group. */
export function groupsOf<T>(items: T[], { of }: Grouping, statedOf: (item: T) => StatedItem): (Group & { items: T[] })[] {
  const groups: (Group & { items: T[] })[] = [];
  for (const item of items) {
    const group = of(statedOf(item));
    const last = groups.at(-1);
    if (last?.id === group.id) last.items.push(item);
    else groups.push({ ...group, items: [item] });
  }
  return groups;
}
