import * as v from "valibot";
import { ImageSchema, PictureSchema } from "./image.ts";
import { DirectionSchema } from "./blocks/inline.ts";
import { NamedLinkSchema } from "./menu.ts";
import { HyphenatedSchema } from "./teaser.ts";

/** A property of an item, in words. `date` is what a machine reads, `items` are those of a list; `wide`: it has a line of its own. */
const RowSchema = v.object({
  name: v.string(),
  text: v.optional(v.string()),
  date: v.optional(v.string()),
  url: v.optional(v.string()),
  items: v.optional(v.array(v.string())),
  picture: v.optional(PictureSchema),
  wide: v.optional(v.boolean()),
});

/** An item in a list. `path` is that in its edition; `line` are some of its properties in words. */
const ItemTeaserSchema = v.object({
  path: v.string(),
  title: v.string(),
  hyphenated: HyphenatedSchema,
  standfirst: v.optional(v.string()),
  line: v.array(v.object({ text: v.string(), date: v.optional(v.string()) })),
  image: v.optional(PictureSchema),
  inLanguage: v.optional(v.string()),
  direction: v.optional(DirectionSchema),
});

/** What the page of an item has besides the fields of any page of the paper. */
const ItemSchema = v.object({
  rows: v.array(RowSchema),
  byline: v.optional(v.string()),
  /** The file that adds it to a calendar, and the words for that. */
  calendar: v.optional(NamedLinkSchema),
  /** Its neighbours in the list. */
  more: v.array(ItemTeaserSchema),
});

/** Some items of a list with a heading, which is a date if there is one. */
const GroupSchema = v.object({
  id: v.string(),
  name: v.optional(v.string()),
  date: v.optional(v.string()),
  items: v.array(ItemTeaserSchema),
});

/** A page of the list of a collection. The first has no number in its address. */
const ItemListSchema = v.object({
  count: v.number(),
  page: v.number(),
  pages: v.number(),
  /** The address of the first page; the others are below it. */
  first: v.string(),
  /** What is to come and what is past, with the words for them, if there is both. */
  parts: v.array(v.object({ ...NamedLinkSchema.entries, isOpen: v.boolean() })),
  /** Where each group begins, if there are several. */
  index: v.array(NamedLinkSchema),
  calendar: v.optional(NamedLinkSchema),
  /** The address of its feed. */
  feed: v.optional(v.string()),
  groups: v.array(GroupSchema),
});

/** The value of a property: a text, day, instant or address, a number, a list of texts, or a picture. */
export const ItemValueSchema = v.union([v.string(), v.number(), v.array(v.string()), ImageSchema]);

/**
 * What the file of an item said: for its description for search engines, and for a build that can no longer read the file.
 * `schema` is its schema.org type with the values of that type's properties.
 */
export const StatedItemSchema = v.object({
  collection: v.string(),
  values: v.record(v.string(), ItemValueSchema),
  authors: v.array(v.string()),
  datePublished: v.string(),
  dateModified: v.optional(v.string()),
  schema: v.optional(
    v.object({
      type: v.string(),
      reviewed: v.optional(v.string()),
      currency: v.optional(v.string()),
      properties: v.record(v.string(), ItemValueSchema),
    }),
  ),
});

/**
 * What a page of the paper has if it belongs to a collection. The words are in the language of its edition: a build writes them, so
 * that the reader needs none. An item also has `stated`, which readers do not see.
 */
export const InCollectionSchema = v.object({
  name: v.string(),
  path: v.string(),
  item: v.optional(ItemSchema),
  list: v.optional(ItemListSchema),
});

/** The names of EventStatusType (schema.org) without "Event" before them. */
const STATUSES = ["Scheduled", "Cancelled", "Postponed", "Rescheduled", "MovedOnline"];

/** What the value of an event's status means: "Moved online" is MovedOnline. Undefined for a text in other words. */
export function eventStatus(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const said = value
    .replace(/^(?:.*\/)?(?:Event)?/iu, "")
    .replaceAll(" ", "")
    .toLowerCase();
  return STATUSES.find((status) => status.toLowerCase() === said);
}

export type Row = v.InferOutput<typeof RowSchema>;
export type ItemTeaser = v.InferOutput<typeof ItemTeaserSchema>;
export type Item = v.InferOutput<typeof ItemSchema>;
export type ItemList = v.InferOutput<typeof ItemListSchema>;
export type ItemValue = v.InferOutput<typeof ItemValueSchema>;
export type StatedItem = v.InferOutput<typeof StatedItemSchema>;
export type InCollection = v.InferOutput<typeof InCollectionSchema>;

/** The addresses of a collection's files below the address of its list. */
export const calendarPath = (path: string): string => `${path}/calendar.ics`;

/** A page of the list of a collection. @param first the path of its first page */
export const listPagePath = (first: string, page: number): string => (page === 1 ? first : `${first}/page/${page}`);
