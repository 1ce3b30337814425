import type { ReleaseField, Story } from "#extend/extend.js";
import { milliseconds } from "#content/instant.ts";
import { fieldReaders, wordOf } from "../../draft/release/fieldReaders.ts";
import { isGroup, type Meaning, meaningOf, plainName } from "../../draft/release/releaseFields.ts";
import { isRestrictedKind } from "../../reading/restrictedParts.ts";
import { oneLine } from "../../text/cleanText.ts";
import { isMissing, isRecord, listed, type Raw, scalarText, wordsIn } from "../../text/jsonRecord.ts";

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

/**
 * The fields of blocks that say for certain whether readers may see them, by their meaning. Blocks also have settings of other things: a
 * link that is internal, a video that is no longer live, a table without a search, an event that is cancelled or has a date.
 */
const OF_BLOCKS: Partial<Record<Meaning, RegExp>> = {
  hides: /^(?!(?:is)?(?:internal|disabled|cancell?ed)$)/u,
  flags: /^/u,
  shows: /^(?:is)?(?:visible|public|published|enabled)$/u,
  audience: /^/u,
  release: /^(?!date$)/u,
  embargo: /^/u,
  expiry: /unpublish/u,
};

/** Of these fields also values that nobody knows keep a block back; "visibility" is also that on a screen. */
const OF_ACCESS = /^(?:accesslevel|accesstier|requiredtier|requiredroles?|allowedroles|restrictedto)$/u;

const UNPUBLISHED = /^(?:draft|unpublished|private|hidden|internal)$/u;

/** Whether the fields of a block, or of an entry within a text, say that it is not public. */
export const isWithheldPart = (fields: Raw, depth = 0): boolean =>
  Object.entries(fields).some(([name, value]) => {
    if (isGroup(name) && isRecord(value) && depth < DEEPEST && isWithheldPart(value, depth + 1)) return true;
    const meaning = meaningOf(name);
    // `{mobile: false}` is about a screen.
    const values = listed(value).flatMap((each) => (isRecord(each) ? Object.values(each).filter((inner) => inner !== false) : [each]));
    return meaning !== undefined && values.some((each) => !isMissing(each) && withholds(plainName(name), each, meaning));
  });

function withholds(field: string, value: unknown, meaning: Meaning): boolean {
  if (meaning === "status" || meaning === "stage") return UNPUBLISHED.test(wordOf(value));
  const said = OF_BLOCKS[meaning]?.test(field) === true ? fieldReaders[meaning]({ field, value, timeZone: "UTC" }) : undefined;
  if (said === undefined) return false;
  if (said.type === "waits") return true;
  if (said.type === "held") return said.unknown === undefined || OF_ACCESS.test(field);
  return said.type === "expiry" ? milliseconds(said.at) <= Date.now() : milliseconds(said.at) > Date.now();
}

/** The mark for a block, by its kind and its own fields; "" if everybody may read it. */
export const restrictionOf = (block: Raw): string => kindOf(block) || (isWithheldPart(block) ? WITHHELD_PART : "");

const kindOf = (block: Raw): string => ["_type", "__component"].map((name) => restrictionMark(scalarText(block[name]))).find(Boolean) ?? "";

/** The same by all that is in it, whose words may be read too; an object without words or a picture only has settings. */
export function restrictionWithin(block: Raw, depth = 0): string {
  const isRead = () => depth === 0 || "asset" in block || wordsIn(block) !== "";
  const mark = kindOf(block) || (isWithheldPart(block) && isRead() ? WITHHELD_PART : "");
  if (mark !== "" || depth > DEEPEST) return mark;
  const inner = Object.values(block)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isRecord);
  return inner.map((each) => restrictionWithin(each, depth + 1)).find(Boolean) ?? "";
}

/** No text is read deeper than this: see `wordsIn`. */
const DEEPEST = 100;

/** The fields of a story without its text, whose blocks have fields of their own: the name "article" is also that of a group. */
export const withoutBody = (fields: Raw): Raw => {
  const body = valueOf(fields, NAMES.body);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value !== "object" || value !== body));
};

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
    const fields = isRecord(each) ? (publicFields(each) ?? {}) : {};
    const person = [lineOf(fields, ["firstName"]), lineOf(fields, ["lastName"])].filter((part) => part !== undefined).join(" ");
    const name = isRecord(each) ? (lineOf(fields, naming) ?? person) : oneLine(scalarText(each));
    return name === undefined || name === "" ? [] : [name];
  });

/** That the date of a document is that of its publication, which may be ahead. */
export const DATES: Record<string, ReleaseField> = Object.fromEntries(NAMES.date.map((name) => [name, { means: "release" }]));
