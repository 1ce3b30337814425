import * as v from "valibot";
import { AlternatesSchema } from "../edition/languageEdition.ts";
import { RefSchema } from "../article.ts";
import { ProfileSchema } from "../profile.ts";
import { SubjectKindSchema, TeaserSchema } from "../teaser.ts";

/** Stories on a full page of a list. */
export const PAGE_SIZE = 20;

/** What the newest page of a list says of all of it. */
export type Extent = { count?: number | undefined; fullPages?: number | undefined };

/**
 * The numbered page that readers go on to from the newest page of a list; 0 where the list ends there. The newest shows
 * what has not filled a page yet and, where that is less than half a page, the last full page too: 10 to 29 of a longer list.
 */
export function olderThanNewest({ count = 0, fullPages = 0 }: Extent): number {
  const rest = count - fullPages * PAGE_SIZE;
  return Math.max(0, rest < PAGE_SIZE / 2 ? fullPages - 1 : fullPages);
}

/** How many stories readers see of a page of a list: all of a numbered one, which has no count. The file of the newest may have more, for what reads no other page. */
export const shownOf = (list: Extent): number => (list.count ?? Infinity) - olderThanNewest(list) * PAGE_SIZE;

/** The stories of one day in the edition's time zone, newest first. `date` is YYYY-MM-DD. */
export const DaySchema = v.object({
  date: v.pipe(v.string(), v.isoDate()),
  teasers: v.pipe(v.array(TeaserSchema), v.minLength(1)),
});

/** What a list is about. A `thread` is of stories that follow one another, `latest` the whole edition, `month` one month of it (slug "2024-04"). */
export const ListKindSchema = v.picklist([...SubjectKindSchema.options, "thread", "latest", "month"]);

const MonthSlugSchema = v.pipe(v.string(), v.regex(/^\d{4}-\d\d$/u));

/** The months beside a month, and its days with stories, in their order: `page` is the numbered page on which a day begins, none for the newest. */
export const CalendarSchema = v.object({
  previous: v.optional(MonthSlugSchema),
  next: v.optional(MonthSlugSchema),
  days: v.array(v.object({ date: v.pipe(v.string(), v.isoDate()), page: v.optional(v.number()) })),
});

/**
 * One page of an append-only list. A numbered page holds the same stories for
 * ever: page 1 the oldest. The newest page has no number, says how many stories
 * and full pages there are, and holds one full page and what has not filled the next: more than is shown (`shownOf`).
 * `calendar` stands on the newest page of a month.
 * `bytes` is about what a device needs to keep all of the list's stories with their pictures.
 */
export const ListPageSchema = v.object({
  kind: ListKindSchema,
  slug: v.string(),
  name: v.string(),
  description: v.optional(v.string()),
  authorKind: v.optional(v.picklist(["person", "desk"])),
  /** Of an author, on the newest page. */
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
