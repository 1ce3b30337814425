import { decoded } from "#content/decoded.ts";
import { htmlToBlocks, htmlToInlines } from "../../body/htmlToBlocks.ts";
import type { Draft, DraftRef } from "../../draft/draft.ts";
import { isRecord, type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import type { ArchiveContext, ArchivePlace } from "../archiveFormat.ts";
import { isBeginning } from "../../body/isBeginning.ts";
import { leadPicture } from "../fields/leadPicture.ts";
import { plainWords } from "../fields/plainWords.ts";
import { oneLine } from "../../text/cleanText.ts";
import { embedWrappers } from "../wxr/autoEmbeds.ts";
import { withOffset } from "../wxr/wxrDates.ts";

/** A post as a draft. Authors' and terms' names and the featured picture are in it only if it was requested with `_embed`. */
export function restDraft(post: Raw, where: ArchivePlace, context: ArchiveContext): Draft {
  const link = scalarText(post["link"]);
  const base = URL.canParse(link) ? link : undefined;
  const words = (html: string): string | undefined => plainWords(html, context.body(where, base)) || undefined;
  const embedded = recordIn(post, "_embedded");
  const terms = termsOf(embedded, words);
  if (post["_embedded"] === undefined) reportUnnamed(post, where, context);
  const blocks = htmlToBlocks(embedWrappers(rendered(post["content"])), context.body(where, base));
  const image = featured(embedded, where, context, base);
  const [first] = blocks;
  const body = first?.type === "figure" && first.image.url === image?.url ? blocks.slice(1) : blocks;
  const excerpt = words(rendered(post["excerpt"]));
  return {
    ...where,
    id: restId(post),
    slug: decoded(scalarText(post["slug"])) || undefined,
    headline: words(rendered(post["title"])),
    standfirst: excerpt === undefined || /\[?(?:…|\.\.\.)\]?$/u.test(excerpt) || isBeginning(excerpt, body) ? undefined : excerpt,
    body,
    ...terms,
    authors: authorsOf(post, embedded),
    datePublished: momentOf(post, "date"),
    dateModified: momentOf(post, "modified"),
    image,
    inLanguage: scalarText(post["lang"]) || undefined,
    urgency: post["sticky"] === true ? 1 : undefined,
    corrections: [],
    citations: [],
    oldUrls: [...new Set([link, rendered(post["guid"])])].filter((url) => /^https?:\/\//iu.test(url) && URL.canParse(url)),
  };
}

/** The excerpt, on one line. */
export const excerptOf = (post: Raw, where: ArchivePlace, context: ArchiveContext): string | undefined =>
  plainWords(rendered(post["excerpt"]), context.body(where)) || undefined;

export const restId = (post: Raw): string | undefined => rendered(post["guid"]) || scalarText(post["link"]) || undefined;

/** `{ "rendered": "…" }`; some programs give only the text. */
const rendered = (value: unknown): string => scalarText(isRecord(value) ? value["rendered"] : value);

const momentOf = (post: Raw, name: string): string | undefined =>
  withOffset(scalarText(post[name]).replace("T", " "), scalarText(post[`${name}_gmt`]).replace("T", " "));

const PLACES = /^(?:places?|locations?|regions?|countr(?:y|ies)|cit(?:y|ies)|geo)$/u;

/** The first category is the section; the others, tags and custom terms are topics. */
function termsOf(embedded: Raw, words: (html: string) => string | undefined): Pick<Draft, "section" | "topics" | "places"> {
  const lists: unknown[] = Array.isArray(embedded["wp:term"]) ? embedded["wp:term"] : [];
  const terms = lists.flatMap(recordsOf).flatMap((term) => {
    const name = words(scalarText(term["name"]));
    const slug = decoded(scalarText(term["slug"]));
    const isNone = slug === "uncategorized" || ["post_format", "language", "author"].includes(scalarText(term["taxonomy"]));
    return name === undefined || isNone ? [] : [{ taxonomy: scalarText(term["taxonomy"]), ref: { name, ...(slug !== "" && { slug }) } }];
  });
  const section = terms.find(({ taxonomy }) => taxonomy === "category");
  const others = terms.filter((term) => term !== section);
  const refs = (isPlace: boolean): DraftRef[] => others.filter(({ taxonomy }) => PLACES.test(taxonomy) === isPlace).map(({ ref }) => ref);
  return { section: section?.ref, topics: refs(false), places: refs(true) };
}

/** An account may be named by its email address, which must not be published; Yoast gives the name even without `_embed`. */
function authorsOf(post: Raw, embedded: Raw): DraftRef[] {
  const yoast = isRecord(post["yoast_head_json"]) ? scalarText(post["yoast_head_json"]["author"]) : "";
  const named = recordsOf(embedded["author"]).map((author) => oneLine(scalarText(author["name"])));
  const names = named.some((name) => name !== "") ? named : [oneLine(yoast)];
  return names.filter((name) => name !== "" && !/\S@\S/u.test(name)).map((name) => ({ name }));
}

function featured(embedded: Raw, where: ArchivePlace, context: ArchiveContext, base: string | undefined): Draft["image"] {
  const media = recordsOf(embedded["wp:featuredmedia"]).find((each) => scalarText(each["source_url"]) !== "");
  if (media === undefined) return undefined;
  const caption = htmlToInlines(rendered(media["caption"]), context.body(where, base));
  return leadPicture({ reference: scalarText(media["source_url"]), alt: scalarText(media["alt_text"]), caption }, where, context, base);
}

function reportUnnamed(post: Raw, where: ArchivePlace, { once }: ArchiveContext): void {
  const hasNumbers = ["author", "categories", "tags", "featured_media"].some((name) =>
    Array.isArray(post[name]) ? post[name].length > 0 : Number(post[name]) > 0,
  );
  const message =
    "Authors, categories, tags and featured pictures are in the posts as numbers only; they were left out (reported once for the archive).";
  if (hasNumbers) once("wp-rest numbers", { severity: "warning", ...where, message, remedy: "Fetch the posts with ?_embed=1." });
}
