import * as v from "valibot";
import { type Article, SlugSchema } from "./article.ts";
import { DirectionSchema, InlinesSchema } from "./blocks/inline.ts";
import { InstantSchema } from "./instant.ts";
import { AlternatesSchema } from "./edition/languageEdition.ts";
import { inlineText, plainText } from "./blocks/plainText.ts";

/** A SHA-256 in hexadecimal digits. */
const HashSchema = v.pipe(v.string(), v.regex(/^[\da-f]{64}$/u, "must be a SHA-256 in hexadecimal digits"));

/** The words of a story as readers saw them: what is kept of each version. */
const StoryWordsSchema = v.strictObject({
  headline: v.string(),
  standfirst: v.string(),
  authors: v.array(v.string()),
  datePublished: InstantSchema,
  paragraphs: v.array(v.string()),
  corrections: v.array(v.strictObject({ date: InstantSchema, text: v.string() })),
});

/** What of a story can differ from one version to the next. */
const StoryPartSchema = v.picklist(["headline", "standfirst", "byline", "text", "correction", "date"]);

/**
 * A version of a story. `at` is when it was published, by the clock of the build; `changed` is what it changed of the version before;
 * `folded` marks a small edit soon after publication. `words` is the hash of `text`, which a version that was withdrawn has no more.
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

/** Says that a version was withdrawn, by its hash, and why. */
const WithdrawalSchema = v.strictObject({
  type: v.literal("withdrawal"),
  hash: HashSchema,
  previous: HashSchema,
  at: InstantSchema,
  withdraws: HashSchema,
  reason: v.string(),
});

/** The record of a story, the oldest entry first: each bears the hash of the one before. */
export const EntriesSchema = v.array(v.variant("type", [VersionSchema, WithdrawalSchema]));

/** What `/article/SLUG/versions` shows: of a story that has changed. */
export const VersionsPageSchema = v.strictObject({
  slug: SlugSchema,
  headline: v.string(),
  datePublished: InstantSchema,
  inLanguage: v.string(),
  direction: DirectionSchema,
  entries: EntriesSchema,
});

/** A correction in the list of all. `number`: which of its story’s it is, from 1; `changes`: whether the record of its story shows what it replaced. */
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

/** A page of all corrections, the newest first, as lists have it: a numbered one holds the same for ever. */
export const CorrectionsPageSchema = v.object({
  page: v.optional(v.number()),
  newer: v.optional(v.boolean()),
  count: v.optional(v.number()),
  fullPages: v.optional(v.number()),
  corrections: v.array(ListedCorrectionSchema),
  alternates: AlternatesSchema,
});

/** The end of a story's record: by it the whole is known. `count` is of its versions. */
const RecordEndSchema = v.strictObject({ slug: SlugSchema, hash: HashSchema, at: InstantSchema, count: v.number() });

/** The file `data/public-record.json`: where the record of each story ends, by slug, and one hash over all of them. */
export const RecordFileSchema = v.strictObject({ hash: HashSchema, stories: v.array(RecordEndSchema) });

export type StoryWords = v.InferOutput<typeof StoryWordsSchema>;
export type StoryPart = v.InferOutput<typeof StoryPartSchema>;
export type Version = v.InferOutput<typeof VersionSchema>;
export type Entry = v.InferOutput<typeof EntriesSchema>[number];
export type VersionsPage = v.InferOutput<typeof VersionsPageSchema>;
export type ListedCorrection = v.InferOutput<typeof ListedCorrectionSchema>;
export type CorrectionsPage = v.InferOutput<typeof CorrectionsPageSchema>;
export type RecordEnd = v.InferOutput<typeof RecordEndSchema>;

/**
 * What is kept of a story: words, and not pictures, links or topics. Nor the posts of a live blog, of which its page shows the
 * newest alone, and the authors, whom each post may add to.
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

/** What differs between two versions. */
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

/** The text whose SHA-256 stands for all of a record's ends. */
export const textOfEnds = (ends: RecordEnd[]): string => JSON.stringify(ends.map(({ slug, hash, at, count }) => [slug, hash, at, count]));

/** The versions of a story, the oldest first. */
export const versionsOf = (entries: Entry[]): Version[] => entries.filter((entry) => entry.type === "version");

/** How often a story has changed since its publication, small edits soon after it apart. */
export const changesIn = (entries: Entry[]): number =>
  versionsOf(entries).filter(({ previous, folded }) => previous !== undefined && !folded).length;

/** What the page of a story's versions shows. */
export function versionsPage({ slug, headline, datePublished, inLanguage, direction }: Article, entries: Entry[]): VersionsPage {
  return { slug, headline, datePublished, inLanguage, direction, entries };
}
