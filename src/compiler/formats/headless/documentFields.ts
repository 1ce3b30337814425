import type { ReleaseField, Story } from "#extend/extend.js";
import { milliseconds } from "#content/instant.ts";
import { releaseTable } from "../../draft/release/releaseTable.ts";
import { isRestrictedKind } from "../../reading/restrictedParts.ts";
import { oneLine } from "../../text/cleanText.ts";
import { isMissing, isRecord, listed, type Raw, scalarText } from "../../text/jsonRecord.ts";

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

/** What is put in the place of a block that says of itself that not everybody may read it, now or ever: see reading/restrictedParts.ts. */
export const WITHHELD_PART = "<restricted-content></restricted-content>";

/** The same for a block whose kind says that not everybody may read it, or what follows; "" if everybody may. */
export const restrictionMark = (type: string): string => {
  const kind = type.slice(type.lastIndexOf(".") + 1);
  if (CLOSED_PART.test(kind)) return WITHHELD_PART;
  return isRestrictedKind(kind) || /premium/iu.test(kind) ? "<!--paywall-->" : "";
};

/** "membersSection", "internal_note". A "member" may be a person, and a "membership" an invitation. */
const CLOSED_PART =
  /^(?:members|subscribers|private|protected|paid|hidden|draft|internal|logged[-_]?in|(?:members?|subscribers?|patrons?|private|protected|paid|hidden|draft|internal|admin|logged[-_]?in)[-_]?(?:section|block|part|text|area|notes?|comments?))$/iu;

const readBlock = releaseTable({
  // Of a callout: "warning". Only words for unpublished states count.
  status: { means: "stage" },
  // Of an event, or of what a picture shows
  date: { withholds: [] },
});

/** Whether the fields of a block, or of an entry within a text, say that it is not public, as those of a story would. */
export function isWithheldPart(fields: Raw): boolean {
  const now = Date.now();
  const { held, moments = [] } = readBlock(fields, { timeZone: "UTC", now });
  return held !== undefined || moments.some(({ type, at }) => (type === "expiry" ? milliseconds(at) <= now : milliseconds(at) > now));
}

/** The mark for a block, by its kind and its own fields; "" if everybody may read it. */
export const restrictionOf = (block: Raw): string =>
  ["_type", "__component"].map((name) => restrictionMark(scalarText(block[name]))).find(Boolean) ??
  (isWithheldPart(block) ? WITHHELD_PART : "");

/** The same by all that is in it, whose words may be read too. */
export function restrictionWithin(block: Raw, depth = 0): string {
  const mark = restrictionOf(block);
  if (mark !== "" || depth > DEEPEST) return mark;
  const inner = Object.values(block)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isRecord);
  return inner.map((each) => restrictionWithin(each, depth + 1)).find(Boolean) ?? "";
}

/** No text is read deeper than this: see `wordsIn`. */
const DEEPEST = 100;

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

/**
 * The fields of a story whose names are those of all these systems.
 * @param image its lead picture as HTML
 * @param names the names in the first of these fields that is filled
 */
export function storyFields(
  fields: Raw,
  { html, image, names }: { html: string; image: string; names: (fields: readonly string[]) => string[] },
): Story {
  return {
    slug: lineOf(fields, ["slug"])?.split("/").findLast(Boolean),
    headline: lineOf(fields, NAMES.headline),
    standfirst: lineOf(fields, NAMES.standfirst),
    html,
    section: names(NAMES.section)[0],
    authors: names(NAMES.author),
    topics: names(NAMES.topics),
    image: image === "" ? undefined : { type: "html", html: image },
  };
}

/**
 * The names in a field: texts, or those of what it refers to.
 * @param publicFields the fields of what is referred to, if readers may see it
 * @param naming those of its fields that may have its name
 */
export const namesIn = (value: unknown, publicFields: (reference: Raw) => Raw | undefined, naming = ["name", "title", "label"]): string[] =>
  listed(value).flatMap((each) => {
    const name = isRecord(each) ? lineOf(publicFields(each) ?? {}, naming) : oneLine(scalarText(each));
    return name === undefined || name === "" ? [] : [name];
  });

/** That the date of a document is that of its publication, which may be ahead. */
export const DATES: Record<string, ReleaseField> = Object.fromEntries(NAMES.date.map((name) => [name, { means: "release" }]));
