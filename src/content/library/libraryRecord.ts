import * as v from "valibot";
import { SlugSchema } from "../article.ts";
import { ListKindSchema } from "../pages/listPage.ts";
import { HasRecordingSchema, SubjectKindSchema } from "../teaser.ts";
import { StampSchema } from "./stamp.ts";

/** Milliseconds since 1970 on the reader's device, within the range of dates (ECMA-262, 21.4.1.1). */
const TimeSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));

const NumberSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The longest passage or note of a highlight, in UTF-16 code units. */
export const LONGEST_TEXT = 10_000;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

/** A story in the library: enough to list it without the archive. Its language (BCP 47) is missing if the edition's, or in old records. */
const StorySchema = { slug: SlugSchema, headline: text(1000), inLanguage: v.optional(text(100)) };

/** The fields of a story that its record takes over. */
export type KnownStory = { slug: string; headline: string; inLanguage?: string | undefined };

/** The kinds of subjects that a reader can follow, each with a page of its own. */
export const FollowedKindSchema = v.picklist([...SubjectKindSchema.options, "thread"]);
export type FollowedKind = v.InferOutput<typeof FollowedKindSchema>;

/** A passage of an article in the W3C Web Annotation model: by quotation (section 4.2.4) and position (4.2.5). */
export const PassageSchema = v.object({
  /** The passage itself, and up to 64 characters before and after it. */
  exact: text(LONGEST_TEXT),
  prefix: text(200),
  suffix: text(200),
  /** In UTF-16 code units of the body's text, whose blocks are joined by line feeds. */
  start: NumberSchema,
  end: NumberSchema,
});

const FilterSchema = v.optional(v.pipe(v.array(text(250)), v.maxLength(50)));

/** The filters of a search: slugs, or years. */
export const SearchFiltersSchema = v.object({
  section: FilterSchema,
  topic: FilterSchema,
  place: FilterSchema,
  author: FilterSchema,
  year: FilterSchema,
});

/** The maximum number of stories in a library's listening queue. */
export const MOST_QUEUED = 200;

/** The value of each kind of record. */
export const LibraryValues = {
  saved: v.object({ ...StorySchema, savedAt: TimeSchema, read: v.optional(v.boolean()) }),
  followed: v.object({
    kind: FollowedKindSchema,
    slug: SlugSchema,
    name: text(500),
    followedAt: TimeSchema,
    /** When the reader last looked at its stories, and which were listed then: a story may be published later but dated earlier. */
    seenAt: TimeSchema,
    seen: v.optional(v.pipe(v.array(SlugSchema), v.maxLength(100))),
  }),
  muted: v.object({ kind: v.picklist(["topic", "author"]), slug: SlugSchema, name: text(500), mutedAt: TimeSchema }),
  /** `heard`: whether the reader listened to the story to its end. `opened`: whether it was only opened so far, and not read. */
  read: v.object({ ...StorySchema, readAt: TimeSchema, heard: v.optional(v.boolean()), opened: v.optional(v.boolean()) }),
  /** Where reading stopped: the number of the paragraph, from 1, and the offset in its text. */
  position: v.object({
    slug: SlugSchema,
    paragraph: v.pipe(v.number(), v.integer(), v.minValue(1)),
    offset: NumberSchema,
    at: TimeSchema,
  }),
  /** The listening queue, and the position in it. There is at most one record, with the id "queue". */
  listening: v.object({
    stories: v.pipe(
      v.array(v.object({ ...StorySchema, minutes: v.optional(v.number()), hasRecording: HasRecordingSchema })),
      v.maxLength(MOST_QUEUED),
    ),
    /** Which story, which part of it and which sentence of the part comes next, from 0; and how many parts there are. */
    index: NumberSchema,
    part: NumberSchema,
    parts: NumberSchema,
    sentence: NumberSchema,
    /** If the story's recording is played: its position in seconds. */
    time: v.optional(NumberSchema),
    /** The list page with the stories that come after these. */
    older: v.optional(v.object({ kind: ListKindSchema, slug: text(250), page: NumberSchema })),
    at: TimeSchema,
  }),
  highlight: v.object({
    ...StorySchema,
    passage: PassageSchema,
    colour: v.picklist(["yellow", "green", "blue"]),
    note: v.optional(text(LONGEST_TEXT)),
    madeAt: TimeSchema,
  }),
  search: v.object({
    query: text(500),
    filters: v.optional(SearchFiltersSchema, {}),
    savedAt: TimeSchema,
    /** When the newest result that the reader has seen was published; "" if there was none yet. */
    newest: v.optional(text(50), ""),
  }),
};

export type LibraryKind = keyof typeof LibraryValues;

export const RecordIdSchema = v.pipe(
  v.string(),
  v.regex(/^[\p{L}\p{M}\p{N}._~:-]{1,250}$/u, "must be made of letters, digits and . _ ~ : -"),
);

const recordOf = <Kind extends LibraryKind>(kind: Kind) =>
  v.object({
    kind: v.literal(kind),
    id: RecordIdSchema,
    stamp: StampSchema,
    value: v.nullable(LibraryValues[kind]),
  });

/**
 * One item of a reader's library. `id` is unique within its kind: the slug of a
 * story, "topic:europol" for a subject followed or muted, a digest of a search,
 * and for a highlight anything that no other device would choose. A value of null
 * records that the item was removed, so that no other device brings it back.
 */
export const LibraryRecordSchema = v.variant("kind", [
  recordOf("saved"),
  recordOf("followed"),
  recordOf("muted"),
  recordOf("read"),
  recordOf("position"),
  recordOf("listening"),
  recordOf("highlight"),
  recordOf("search"),
]);

export type LibraryRecord = v.InferOutput<typeof LibraryRecordSchema>;

/** The value of a record of a kind, unless it was removed. */
export type LibraryValue<Kind extends LibraryKind> = v.InferOutput<(typeof LibraryValues)[Kind]>;

export const isOf =
  <Kind extends LibraryKind>(kind: Kind) =>
  (record: LibraryRecord): record is LibraryRecord & { kind: Kind; value: LibraryValue<Kind> | null } =>
    record.kind === kind;
