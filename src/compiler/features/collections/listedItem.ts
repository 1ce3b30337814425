import type { ItemValue, StatedItem } from "#content/collection.ts";
import { milliseconds } from "#content/instant.ts";
import type { OwnPage } from "../../refine/staticPages.ts";
import type { CollectionSettings } from "../../settings/collectionSettings.ts";
import { instantOf } from "../../text/instantOf.ts";
import { dayAfter } from "./calendarText.ts";
import { ItemWords } from "./itemWords.ts";

/** An item with its page. `path` is that in its edition, `line` some of its properties in words; its times are in milliseconds, and `ends` decides when it is past. */
export type ListedItem = { page: OwnPage; path: string; stated: StatedItem; line: string; at: number; ends: number };

/** An item as lists need it. @param path of its page in its edition */
export function listedItem(
  page: OwnPage,
  path: string,
  { settings, words, timeZone }: { settings: CollectionSettings; words: ItemWords; timeZone: string },
): ListedItem {
  const { values = {}, collection = "" } = page.fields.item ?? {};
  const { datePublished = "1970-01-01T00:00:00Z", dateModified, authors = [] } = page;
  const { calendar } = settings;
  const [start, end] = [calendar && values[calendar.start], calendar?.end === undefined ? undefined : values[calendar.end]];
  const stated = {
    collection,
    values,
    authors,
    datePublished,
    ...(dateModified !== undefined && { dateModified }),
    ...schemaOf(values, settings),
  };
  const at = typeof start === "string" ? momentOf(start, timeZone) : milliseconds(datePublished);
  const line = words
    .line(values, settings)
    .map(({ text }) => text)
    .join(" · ");
  return { page, path, stated, line, at, ends: calendar && typeof start === "string" ? endsAt(start, end, timeZone) : Infinity };
}

const momentOf = (date: string, timeZone: string): number => milliseconds(instantOf(date, timeZone) ?? date);

/** When an item is past: at its end, or else with the day on which it ends or begins. */
function endsAt(start: string, end: ItemValue | undefined, timeZone: string): number {
  const last = typeof end === "string" && momentOf(end, timeZone) >= momentOf(start, timeZone) ? end : start;
  if (last === end && last.includes("T")) return milliseconds(last);
  const day = last.includes("T") ? new ItemWords("en", timeZone).dayOf(last) : last;
  return momentOf(dayAfter(day), timeZone);
}

/** What an item is for search engines: its values by the properties of its schema.org type. */
function schemaOf(
  values: Readonly<Record<string, ItemValue>>,
  { schema, reviewed, properties }: CollectionSettings,
): Pick<StatedItem, "schema"> {
  if (schema === undefined) return {};
  const all = Object.entries(properties).flatMap(([name, property]): [string, ItemValue][] => {
    const value = values[name];
    return property.schema === undefined || value === undefined ? [] : [[property.schema, value]];
  });
  const currency = Object.values(properties).find((property) => property.schema !== undefined && property.currency !== undefined)?.currency;
  return {
    schema: {
      type: schema,
      ...(schema === "Review" && { reviewed }),
      ...(currency !== undefined && { currency }),
      properties: Object.fromEntries(all),
    },
  };
}
