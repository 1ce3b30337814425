import * as v from "valibot";
import { AlternatesSchema } from "../edition/languageEdition.ts";
import { RefSchema } from "../article.ts";
import { ProfileSchema } from "../profile.ts";
import { SubjectKindSchema, TeaserSchema } from "../teaser.ts";

/** How many stories a full page of a list has. */
export const PAGE_SIZE = 20;

/** The size of a whole list, as its newest page states it. */
export type Extent = { count?: number | undefined; fullPages?: number | undefined };

/**
 * The numbered page that follows the newest page of a list; 0 if the list ends there. The newest page shows the stories
 * that do not fill a page yet and, if they are less than half a page, the last full page too: 10 to 29 of a longer list.
 */
export function olderThanNewest({ count = 0, fullPages = 0 }: Extent): number {
  const rest = count - fullPages * PAGE_SIZE;
  return Math.max(0, rest < PAGE_SIZE / 2 ? fullPages - 1 : fullPages);
}

/**
 * How many stories of a list page readers see: all of a numbered page, which has no count. The file of the newest
 * page may have more, for programs that read no other page.
 */
export const shownOf = (list: Extent): number => (list.count ?? Infinity) - olderThanNewest(list) * PAGE_SIZE;

/** The stories of one day in the edition's time zone, newest first. `date` is YYYY-MM-DD. */
export const DaySchema = v.object({
  date: v.pipe(v.string(), v.isoDate()),
  teasers: v.pipe(v.array(TeaserSchema), v.minLength(1)),
});

/** What a list is about. A `thread` has stories that follow one another, `latest` the whole edition, `month` one month (slug "2024-04"). */
export const ListKindSchema = v.picklist([...SubjectKindSchema.options, "thread", "latest", "month"]);

const MonthSlugSchema = v.pipe(v.string(), v.regex(/^\d{4}-\d\d$/u));

/** The months before and after a month, and its days with stories, in order. A day begins on the numbered `page`, else on the newest. */
export const CalendarSchema = v.object({
  previous: v.optional(MonthSlugSchema),
  next: v.optional(MonthSlugSchema),
  days: v.array(v.object({ date: v.pipe(v.string(), v.isoDate()), page: v.optional(v.number()) })),
});

/**
 * One page of an append-only list. A numbered page has the same stories for ever:
 * page 1 the oldest. The newest page has no number. It states how many stories and
 * full pages there are, and has one full page and the stories that do not fill the
 * next: more than are shown (`shownOf`). `calendar` is on the newest page of a month.
 * `bytes` is roughly what a device needs to keep all stories of the list with their pictures.
 */
export const ListPageSchema = v.object({
  kind: ListKindSchema,
  slug: v.string(),
  name: v.string(),
  description: v.optional(v.string()),
  authorKind: v.optional(v.picklist(["person", "desk"])),
  /** The profile of an author; on the newest page. */
  profile: v.optional(ProfileSchema),
  page: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  newer: v.optional(v.boolean()),
  /** Whether some of its stories are episodes; on the newest page. */
  podcast: v.optional(v.boolean()),
  count: v.optional(v.number()),
  fullPages: v.optional(v.number()),
  bytes: v.optional(v.number()),
  calendar: v.optional(CalendarSchema),
  related: v.array(v.object({ ...RefSchema.entries, kind: SubjectKindSchema })),
  days: v.array(DaySchema),
  /** On the newest page. */
  alternates: AlternatesSchema,
});

export type Day = v.InferOutput<typeof DaySchema>;
export type ListKind = v.InferOutput<typeof ListKindSchema>;
export type ListPage = v.InferOutput<typeof ListPageSchema>;
