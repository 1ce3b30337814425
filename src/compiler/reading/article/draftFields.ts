import * as v from "valibot";
import { DirectionSchema } from "#content/blocks/inline.ts";
import { reason } from "#content/parse.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import { hasLink } from "#content/blocks/visitBlocks.ts";
import { bylineAuthors } from "../../text/bylineAuthors.ts";
import { cleanText } from "../../text/cleanText.ts";
import { safeUrl } from "../../body/safeUrl.ts";
import { isAddressPattern } from "../../text/addressPattern.ts";
import type { Draft } from "../../draft/draft.ts";
import { type ArticleContext, htmlIn, htmlLineIn } from "./articleContext.ts";
import {
  AuthorSchema,
  CitationSchema,
  CorrectionSchema,
  NameSchema,
  RefSchema,
  SeriesSchema,
  TextSchema,
  UrgencySchema,
  WebAddressSchema,
} from "./fieldSchemas.ts";
import { readImage } from "./readImage.ts";
import { readAi, readKind, readSponsor, sponsorField } from "./readLabels.ts";
import { joined, readInlines } from "./readInlines.ts";
import { readEpisode } from "./readRecording.ts";
import { isMissing, isRecord, type Raw, scalarText } from "../../text/jsonRecord.ts";

/** All fields of a draft except its file and its body. */
export type DraftFields = Omit<Draft, "file" | "body">;

/**
 * The fields of an article under their own names, in the contract's form or as
 * people write them: names instead of objects, one value instead of a list. A field
 * that cannot be used is reported and left out.
 */
export function draftFields(raw: Raw, context: ArticleContext): DraftFields {
  const one = <T>(key: string, schema: v.GenericSchema<unknown, T>): T | undefined =>
    isMissing(raw[key]) ? undefined : checked(raw[key], key, schema, context);
  const list = <T>(key: string, schema: v.GenericSchema<unknown, T>): T[] =>
    (Array.isArray(raw[key]) ? raw[key] : [raw[key]]).flatMap((item: unknown, index) => {
      const value = isMissing(item) ? undefined : checked(item, Array.isArray(raw[key]) ? `${key}.${index}` : key, schema, context);
      return value === undefined ? [] : [value];
    });
  const words = (key: string) => (htmlLineIn(raw[key], context) ?? plain(one(key, TextSchema), key, context)) || undefined;
  const byline = htmlLineIn(raw["authors"], context);
  const image = imageIn(raw["image"], "image", context);
  return {
    id: one("id", TextSchema),
    slug: one("slug", TextSchema),
    headline: words("headline"),
    standfirst: words("standfirst"),
    section: one("section", RefSchema),
    authors: byline === undefined ? list("authors", AuthorSchema).flatMap((author) => authorsIn(author, context)) : bylineAuthors(byline),
    datePublished: one("datePublished", TextSchema),
    dateModified: one("dateModified", TextSchema),
    dateline: words("dateline"),
    topics: list("topics", RefSchema),
    places: list("places", RefSchema),
    image,
    audio: isMissing(raw["audio"]) ? undefined : readEpisode(raw["audio"], "audio", context),
    liveBlog: readLiveBlog(raw),
    key: isSwitchedOn(raw["key"]) || undefined,
    pinned: isSwitchedOn(raw["pinned"]) || undefined,
    inLanguage: one("inLanguage", NameSchema),
    translationOf: one("translationOf", TextSchema),
    translationKey: one("translationKey", TextSchema),
    direction: one("direction", DirectionSchema),
    sponsor: readSponsor(raw[sponsorField(raw) ?? ""], context),
    ai: readAi(raw["ai"], context),
    kind: readKind(raw["kind"], context),
    genre: words("genre"),
    series: one("series", SeriesSchema),
    urgency: one("urgency", UrgencySchema),
    corrections: list("corrections", CorrectionSchema).map((correction, index) => ({
      date: correction.date,
      children: readInlines(correction.children ?? correction.text, `corrections.${index}.children`, context),
    })),
    citations: list("citations", CitationSchema).map((citation, index) => withSafeUrl(citation, `citations.${index}.url`, context)),
    discussion: discussionIn(one("discussion", WebAddressSchema), context),
    url: one("url", WebAddressSchema),
    oldUrls: addresses(list("oldUrls", TextSchema), context),
  };
}

/** The picture of a story. That of a source may be the picture with which HTML begins, or the first in a list that can be shown. */
function imageIn(value: unknown, path: string, context: ArticleContext): Draft["image"] {
  if (isMissing(value)) return undefined;
  if (context.html && Array.isArray(value)) {
    for (const [index, each] of value.entries()) {
      const image = imageIn(each, `${path}.${index}`, context);
      if (image) return image;
    }
    return undefined;
  }
  const html = htmlIn(value, context);
  if (html === undefined) return readImage(value, path, context)?.image;
  const [first] = html;
  return first?.type === "figure" ? first.image : undefined;
}

/** The fields of a story that says it is a live blog, as people write them or as the contract has them. */
function readLiveBlog(raw: Raw): DraftFields["liveBlog"] {
  const own = isRecord(raw["liveBlog"]) ? raw["liveBlog"] : raw;
  if (own === raw && !(typeof raw["type"] === "string" && /^live-?blog$/iu.test(raw["type"].trim()))) return undefined;
  const ended = own["ended"] ?? own["coverageEndTime"];
  return {
    began: isMissing(own["coverageStartTime"]) ? undefined : scalarText(own["coverageStartTime"]),
    ended: isSwitchedOn(ended) || (isMissing(ended) || ended === false ? undefined : scalarText(ended)),
  };
}

const isSwitchedOn = (value: unknown): boolean => value === true || (typeof value === "string" && /^(?:true|yes)$/iu.test(value.trim()));

/** A byline may link its people, usually by their handles elsewhere: "Ada Keane ([@ada](https://…)), Ben Ruiz ([@ben](https://…))". */
function authorsIn(author: Draft["authors"][number], { words }: ArticleContext): Draft["authors"] {
  const links = author.name.match(/\]\(/gu)?.length ?? 0;
  if (links === 0) return [author];
  const line = inlineText(words(author.name)).replace(/\s*\((?:@[\w.-]+|https?:[^()]*)\)/gu, "");
  const names = links > 1 ? line.split(/\s*[,;&]\s*(?:and\s+)?|\s+and\s+/u) : [line];
  return names.flatMap((name) => (name.trim() === "" ? [] : [{ ...author, name: name.trim() }]));
}

function checked<T>(value: unknown, path: string, schema: v.GenericSchema<unknown, T>, context: ArticleContext): T | undefined {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const place = joined(path, issue);
  const why = issue.type === "union" ? issue.message : reason(issue);
  const example = EXAMPLES[path.replace(/\..*$/su, "")];
  context.warn(place, `${place} ${why}; it was left out.`, "warning", example === undefined ? undefined : `Write it as in ${example}.`);
  return undefined;
}

/** An example of each field. */
const EXAMPLES: Record<string, string> = {
  id: 'id: "2024-117"',
  slug: "slug: cranes-move",
  headline: 'headline: "Cranes move"',
  standfirst: 'standfirst: "Two hundred birds."',
  section: "section: Science",
  authors: 'authors: ["Jane Doe"]',
  datePublished: "datePublished: 2024-03-12",
  dateModified: "dateModified: 2024-03-13",
  dateline: "dateline: Venice",
  topics: 'topics: ["Floods", "Birds"]',
  places: 'places: ["Venice", "Italy"]',
  inLanguage: "inLanguage: de",
  translationOf: "translationOf: cranes-move",
  translationKey: "translationKey: cranes",
  direction: "direction: rtl",
  genre: "genre: Analysis",
  series: 'series: "Delta Works"',
  urgency: "urgency: 3",
  corrections: 'corrections: [{ date: 2024-03-13, text: "It was Tuesday." }]',
  citations: 'citations: [{ title: "The report", url: "https://example.org/report" }]',
  discussion: 'discussion: "https://mastodon.example/@paper/114000000000000000"',
  url: 'url: "https://example.org/story"',
  oldUrls: 'oldUrls: ["/2014/03/cranes/"]',
};

/** Text without marks, on one line. */
function plain(text: string | undefined, key: string, context: ArticleContext): string | undefined {
  if (text === undefined) return undefined;
  const inlines = context.words(text);
  if (hasLink(inlines)) context.warn(key, `${key} holds a link; only its words were kept.`, "warning", "Put the link into the text.");
  const line = cleanText(inlineText(inlines)).replace(/\s+/gu, " ").trim();
  return line === "" ? undefined : line;
}

function addresses(urls: string[], { warn }: ArticleContext): string[] {
  const patterns = urls.filter(isAddressPattern);
  const remedy = "Write the address itself, if links lead to it.";
  if (patterns.length > 0) warn("oldUrls", `${patterns.join(", ")} is a pattern, not an address; it was left out.`, "notice", remedy);
  return urls;
}

/** Replies are fetched over https only; any other address becomes a link. */
function discussionIn(url: string | undefined, { warn }: ArticleContext): string | undefined {
  if (url !== undefined && !/^https:/iu.test(url))
    warn(
      "discussion",
      "discussion is not an https address: it is an unencrypted link, and no replies are shown.",
      "warning",
      "Write it with https://.",
    );
  return url;
}

function withSafeUrl({ title, url: given }: Draft["citations"][number], path: string, context: ArticleContext): Draft["citations"][number] {
  const url = given === undefined ? undefined : safeUrl(given, context.body.link);
  if (given !== undefined && url === undefined)
    context.warn(
      path,
      `${path} must be a web address; the citation was kept without it.`,
      "warning",
      `Write it as in ${EXAMPLES["citations"]}.`,
    );
  return { title, url };
}
