import * as v from "valibot";
import { SlugSchema } from "../article.ts";
import { ListKindSchema } from "../pages/listPage.ts";
import { HasRecordingSchema, SubjectKindSchema } from "../teaser.ts";
import { StampSchema } from "./stamp.ts";

/** Milliseconds since 1970 on the reader's device, as far as dates reach (ECMA-262, 21.4.1.1). */
const TimeSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));

const NumberSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

/** A story as the library knows it: enough to be listed without the archive. Its language (BCP 47) is missing where it is the edition's, and from earlier versions. */
const StorySchema = { slug: SlugSchema, headline: text(1000), inLanguage: v.optional(text(100)) };

/** What is taken over from a story into a record of it. */
export type KnownStory = { slug: string; headline: string; inLanguage?: string | undefined };

/** What one can follow, each with a page of its own. */
export const FollowedKindSchema = v.picklist([...SubjectKindSchema.options, "thread"]);
export type FollowedKind = v.InferOutput<typeof FollowedKindSchema>;

/** A place in the words of an article, as the W3C Web Annotation model has it: by quotation (section 4.2.4) and position (4.2.5). */
export const PassageSchema = v.object({
  /** The passage itself, and up to 64 characters before and behind it. */
  exact: text(10_000),
  prefix: text(200),
  suffix: text(200),
  /** In UTF-16 units of the body's text, its blocks joined by line feeds. */
  start: NumberSchema,
  end: NumberSchema,
});

const FilterSchema = v.optional(v.pipe(v.array(text(250)), v.maxLength(50)));

/** What a search is narrowed by: slugs, or years. */
export const SearchFiltersSchema = v.object({
  section: FilterSchema,
  topic: FilterSchema,
  place: FilterSchema,
  author: FilterSchema,
  year: FilterSchema,
});

/** Stories of a queue that a library keeps, at most. */
export const MOST_QUEUED = 200;

/** What each kind of record holds. */
export const LibraryValues = {
  saved: v.object({ ...StorySchema, savedAt: TimeSchema, read: v.optional(v.boolean()) }),
  followed: v.object({
    kind: FollowedKindSchema,
    slug: SlugSchema,
    name: text(500),
    followedAt: TimeSchema,
    /** When its stories were last looked at, and which those were. A story may be dated before that and published after it. */
    seenAt: TimeSchema,
    seen: v.optional(v.pipe(v.array(SlugSchema), v.maxLength(100))),
  }),
  muted: v.object({ kind: v.picklist(["topic", "author"]), slug: SlugSchema, name: text(500), mutedAt: TimeSchema }),
  /** `heard`: it was listened to, to its end. */
  read: v.object({ ...StorySchema, readAt: TimeSchema, heard: v.optional(v.boolean()) }),
  /** Where reading stopped: the paragraph by its number, from 1, and how far into its text. */
  position: v.object({
    slug: SlugSchema,
    paragraph: v.pipe(v.number(), v.integer(), v.minValue(1)),
    offset: NumberSchema,
    at: TimeSchema,
  }),
  /** What is being listened to, one after another, and the place in it. There is one at most, with the id "queue". */
  listening: v.object({
    stories: v.pipe(
      v.array(v.object({ ...StorySchema, minutes: v.optional(v.number()), hasRecording: HasRecordingSchema })),
      v.maxLength(MOST_QUEUED),
    ),
    /** Which story, part of it and sentence of that comes next, from 0; and of how many parts. */
    index: NumberSchema,
    part: NumberSchema,
    parts: NumberSchema,
    sentence: NumberSchema,
    /** Of a story whose recording is played: where that is, in seconds. */
    time: v.optional(NumberSchema),
    /** The page of a list that has what comes after these. */
    older: v.optional(v.object({ kind: ListKindSchema, slug: text(250), page: NumberSchema })),
    at: TimeSchema,
  }),
  highlight: v.object({
    ...StorySchema,
    passage: PassageSchema,
    colour: v.picklist(["yellow", "green", "blue"]),
    note: v.optional(text(10_000)),
    madeAt: TimeSchema,
  }),
  search: v.object({
    query: text(500),
    filters: v.optional(SearchFiltersSchema, {}),
    savedAt: TimeSchema,
    /** When the newest story was published that the reader has seen of it; "" where there was none yet. */
    newest: v.optional(text(50), ""),
  }),
};

export type LibraryKind = keyof typeof LibraryValues;

const recordOf = <Kind extends LibraryKind>(kind: Kind) =>
  v.object({
    kind: v.literal(kind),
    id: v.pipe(v.string(), v.regex(/^[\p{L}\p{M}\p{N}._~:-]{1,250}$/u, "must be made of letters, digits and . _ ~ : -")),
    stamp: StampSchema,
    value: v.nullable(LibraryValues[kind]),
  });

/**
 * One thing in a reader's library. `id` is unique within its kind: the slug of
 * a story, "topic:europol" for what is followed or muted, a digest of a search,
 * anything that no other device would choose for a highlight. A value of null remembers that the
 * thing was taken away, so that no other device brings it back.
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

/** What a record of a kind holds, as long as it was not taken away. */
export type LibraryValue<Kind extends LibraryKind> = v.InferOutput<(typeof LibraryValues)[Kind]>;

export const isOf =
  <Kind extends LibraryKind>(kind: Kind) =>
  (record: LibraryRecord): record is LibraryRecord & { kind: Kind; value: LibraryValue<Kind> | null } =>
    record.kind === kind;
