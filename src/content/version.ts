import * as v from "valibot";
import { type Article, SlugSchema } from "./article.ts";
import { DirectionSchema, InlinesSchema } from "./blocks/inline.ts";
import { InstantSchema } from "./instant.ts";
import { AlternatesSchema } from "./edition/languageEdition.ts";
import { inlineText, plainText } from "./blocks/plainText.ts";

/** A SHA-256 in hexadecimal. */
const HashSchema = v.pipe(v.string(), v.regex(/^[\da-f]{64}$/u, "must be a SHA-256 in hexadecimal digits"));

/** The words of a story as readers saw them: the part of each version that is kept. */
const StoryWordsSchema = v.strictObject({
  headline: v.string(),
  standfirst: v.string(),
  authors: v.array(v.string()),
  datePublished: InstantSchema,
  paragraphs: v.array(v.string()),
  corrections: v.array(v.strictObject({ date: InstantSchema, text: v.string() })),
});

/** The parts of a story that can differ from one version to the next. */
const StoryPartSchema = v.picklist(["headline", "standfirst", "byline", "text", "correction", "date"]);

/**
 * A version of a story. `at` is when it was published, by the clock of the build; `changed` lists the parts that differ from the version
 * before; `folded` marks a small edit soon after publication. `words` is the hash of `text`, which a withdrawn version no longer has.
 */
const VersionSchema = v.strictObject({
  type: v.literal("version"),
  hash: HashSchema,
  previous: v.optional(HashSchema),
  at: InstantSchema,
  changed: v.array(StoryPartSchema),
  folded: v.optional(v.literal(true)),
  words: HashSchema,
  text: v.optional(StoryWordsSchema),
});

/** Records that a version, named by its hash, was withdrawn, and why. */
const WithdrawalSchema = v.strictObject({
  type: v.literal("withdrawal"),
  hash: HashSchema,
  previous: HashSchema,
  at: InstantSchema,
  withdraws: HashSchema,
  reason: v.string(),
});

/** The record of a story, oldest entry first. Each contains the hash of the one before. */
export const EntriesSchema = v.array(v.variant("type", [VersionSchema, WithdrawalSchema]));

/** The page `/article/SLUG/versions` of a story that has changed. */
export const VersionsPageSchema = v.strictObject({
  slug: SlugSchema,
  headline: v.string(),
  datePublished: InstantSchema,
  inLanguage: v.string(),
  direction: DirectionSchema,
  entries: EntriesSchema,
});

/** A correction in the list of all. `number`: its position among its story’s, from 1; `changes`: whether the record shows the change. */
const ListedCorrectionSchema = v.object({
  slug: SlugSchema,
  headline: v.string(),
  inLanguage: v.string(),
  direction: DirectionSchema,
  number: v.number(),
  date: InstantSchema,
  children: InlinesSchema,
  changes: v.optional(v.literal(true)),
});

/** A page of the list of all corrections, newest first. As in other lists, a numbered page has the same ones for ever. */
export const CorrectionsPageSchema = v.object({
  page: v.optional(v.number()),
  newer: v.optional(v.boolean()),
  count: v.optional(v.number()),
  fullPages: v.optional(v.number()),
  corrections: v.array(ListedCorrectionSchema),
  alternates: AlternatesSchema,
});

/** The end of a story's record, whose hash covers the whole record. `count` is the number of versions. */
const RecordEndSchema = v.strictObject({ slug: SlugSchema, hash: HashSchema, at: InstantSchema, count: v.number() });

/**
 * Records that a story was taken down, at the time of a build, without naming it: `story` is the hash of its slug, which only those who
 * have an earlier record can recognise. `previous` is the end of its record.
 */
const TakedownSchema = v.strictObject({ hash: HashSchema, previous: HashSchema, at: InstantSchema, story: HashSchema });

/**
 * The file `data/public-record.json`: the end of each story's record, by slug, the stories that were taken down, and one hash over all
 * of them.
 */
export const RecordFileSchema = v.strictObject({
  hash: HashSchema,
  stories: v.array(RecordEndSchema),
  takenDown: v.optional(v.array(TakedownSchema), []),
});

export type StoryWords = v.InferOutput<typeof StoryWordsSchema>;
export type StoryPart = v.InferOutput<typeof StoryPartSchema>;
export type Version = v.InferOutput<typeof VersionSchema>;
export type Entry = v.InferOutput<typeof EntriesSchema>[number];
export type VersionsPage = v.InferOutput<typeof VersionsPageSchema>;
export type ListedCorrection = v.InferOutput<typeof ListedCorrectionSchema>;
export type CorrectionsPage = v.InferOutput<typeof CorrectionsPageSchema>;
export type RecordEnd = v.InferOutput<typeof RecordEndSchema>;
export type Takedown = v.InferOutput<typeof TakedownSchema>;
export type RecordFile = v.InferOutput<typeof RecordFileSchema>;

/**
 * The part of a story that is kept: its words, without pictures, links and topics. For a live blog, posts are left out, since its page
 * shows only the newest, and so are authors, since each post may add some.
 */
export function storyWords({ headline, standfirst = "", authors, datePublished, body, corrections, liveBlog }: Article): StoryWords {
  return {
    headline,
    standfirst,
    authors: liveBlog ? [] : authors.map(({ name }) => name),
    datePublished,
    paragraphs: plainText(body.filter(({ type }) => type !== "post"))
      .split("\n")
      .filter(Boolean),
    corrections: corrections.map(({ date, children }) => ({ date, text: inlineText(children) })),
  };
}

/** The parts that differ between two versions. */
export function partsChanged(before: StoryWords, after: StoryWords): StoryPart[] {
  const parts: [StoryPart, (words: StoryWords) => unknown][] = [
    ["headline", ({ headline }) => headline],
    ["standfirst", ({ standfirst }) => standfirst],
    ["byline", ({ authors }) => authors],
    ["text", ({ paragraphs }) => paragraphs],
    ["correction", ({ corrections }) => corrections],
    ["date", ({ datePublished }) => datePublished],
  ];
  return parts.flatMap(([part, of]) => (JSON.stringify(of(before)) === JSON.stringify(of(after)) ? [] : [part]));
}

/** The text whose SHA-256 is the hash of a version's words. Its form must never change. */
export function textOfWords({ headline, standfirst, authors, datePublished, paragraphs, corrections }: StoryWords): string {
  return JSON.stringify([headline, standfirst, authors, datePublished, paragraphs, corrections.map(({ date, text }) => [date, text])]);
}

/** The text whose SHA-256 is the hash of an entry. Its form must never change. */
export function textOfEntry(entry: Omit<Version, "hash" | "text"> | Omit<Extract<Entry, { type: "withdrawal" }>, "hash">): string {
  const { type, previous = "", at } = entry;
  if (entry.type === "withdrawal") return JSON.stringify([type, previous, at, entry.withdraws, entry.reason]);
  return JSON.stringify([type, previous, at, entry.changed, entry.folded ?? false, entry.words]);
}

/** The text whose SHA-256 is the hash of a takedown. Its form must never change. */
export const textOfTakedown = ({ previous, at, story }: Omit<Takedown, "hash">): string =>
  JSON.stringify(["takedown", previous, at, story]);

/** The text whose SHA-256 covers the ends of all records. Without takedowns it is that of the ends alone, as it always was. */
export const textOfEnds = (ends: RecordEnd[], takenDown: Takedown[]): string =>
  JSON.stringify([...ends.map(({ slug, hash, at, count }) => [slug, hash, at, count]), ...takenDown.map(({ hash }) => hash)]);

/** The versions of a story, oldest first. */
export const versionsOf = (entries: Entry[]): Version[] => entries.filter((entry) => entry.type === "version");

/** How often a story has changed since its publication, not counting small edits soon after it. */
export const changesIn = (entries: Entry[]): number =>
  versionsOf(entries).filter(({ previous, folded }) => previous !== undefined && !folded).length;

/** The value of the page of a story's versions. */
export function versionsPage({ slug, headline, datePublished, inLanguage, direction }: Article, entries: Entry[]): VersionsPage {
  return { slug, headline, datePublished, inLanguage, direction, entries };
}
