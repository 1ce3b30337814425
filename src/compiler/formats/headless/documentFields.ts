import type { ReleaseField } from "#extend/extend.js";
import { oneLine } from "../../text/cleanText.ts";
import { isMissing, type Raw, scalarText } from "../../text/jsonRecord.ts";

/**
 * The names that publishers give to the fields of their stories in systems that leave this to them, by what they hold. The first that
 * is filled counts.
 */
export const NAMES = {
  headline: ["headline", "title", "heading", "name"],
  standfirst: ["standfirst", "subtitle", "subheadline", "dek", "excerpt", "summary", "description", "teaser", "lead", "intro"],
  date: ["publishedAt", "publishDate", "publishedDate", "datePublished", "publicationDate", "published", "date"],
  body: ["body", "content", "text", "article", "articleBody", "bodyText", "mainContent", "richText", "blocks"],
  image: ["mainImage", "heroImage", "featuredImage", "coverImage", "leadImage", "image", "cover", "hero", "thumbnail", "photo", "picture"],
  author: ["authors", "author", "byline", "writers", "writer"],
  section: ["section", "category", "primaryCategory"],
  topics: ["tags", "topics", "categories", "keywords"],
} satisfies Record<string, string[]>;

/** The kinds of document that are stories. Others are imported if they are asked for. */
export const isStoryType = (type: string, types: readonly string[]): boolean =>
  types.includes(type) || /^(?:blog|news|magazine)?[-_]?(?:posts?|articles?|stor(?:y|ies)|news(?:item)?|blog|entry)$/iu.test(type);

/** What is put in the place of a block whose kind says that not everybody may read what follows: see reading/restrictedParts.ts. */
export const restrictionMark = (type: string): string =>
  /paywall|contentgate|(?:members?|subscribers?)[-_]?only|premium/iu.test(type) ? "<!--paywall-->" : "";

/** The value of the first field that is filled; case, "_" and "-" in names make no difference. */
export function valueOf(fields: Raw, names: readonly string[]): unknown {
  const folded = new Map(Object.entries(fields).map(([name, value]) => [name.toLowerCase().replace(/^field_|[-_]/gu, ""), value]));
  return names
    .map((name) => folded.get(name.toLowerCase()))
    .find((value) => !isMissing(value) && !(Array.isArray(value) && value.length === 0));
}

/** The same for a field of plain text, on one line. */
export const lineOf = (fields: Raw, names: readonly string[]): string | undefined =>
  oneLine(scalarText(valueOf(fields, names))) || undefined;

/** That the date of a document is that of its publication, which may be ahead. */
export const DATES: Record<string, ReleaseField> = Object.fromEntries(NAMES.date.map((name) => [name, { means: "release" }]));
