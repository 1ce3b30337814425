import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { htmlToBlocks, htmlToInlines } from "../../body/htmlToBlocks.ts";
import type { Draft, DraftAuthor, DraftRef } from "../../draft/draft.ts";
import { escapeHtml } from "../../text/escaped.ts";
import { isRecord, type Raw, scalarText } from "../../text/jsonRecord.ts";
import { type ArchiveContext, type ArchivePlace, archiveTime } from "../archiveFormat.ts";
import { bylineAuthors } from "../../text/bylineAuthors.ts";
import { datelineOf } from "../../body/datelineOf.ts";
import { isBeginning } from "../../body/isBeginning.ts";
import { isStreetAddress } from "../fields/isStreetAddress.ts";
import { leadPicture } from "../fields/leadPicture.ts";
import { liveBlogPosts, type ArchivedPost } from "../fields/liveBlogPosts.ts";
import { plainWords } from "../fields/plainWords.ts";
import { oneLine } from "../../text/cleanText.ts";
import { plainTextHtml } from "../../text/plainTextHtml.ts";
import { withoutHeadline } from "../../body/withoutHeadline.ts";
import { schemaOrgRelease } from "./schemaOrgRelease.ts";
import { typesOf } from "./things.ts";

/**
 * A schema.org article as a draft.
 * @param thing resolves a reference by id
 */
export function schemaOrgDraft(article: Raw, thing: (value: unknown) => unknown, where: ArchivePlace, context: ArchiveContext): Draft {
  const all = (...names: string[]) => names.flatMap((name) => listOf(article[name]).map(thing));
  const [base] = addressesIn(article);
  const body = context.body(where, base);
  const first = (...names: string[]) => words(all(...names).flatMap(textsIn)[0] ?? "", context, where);
  const headline = first("headline", "name");
  const { blocks: posts, postReleases } = liveBlogPosts(archivedPosts(article, thing, where, context), where, context);
  const blocks = [...withoutHeadline(htmlToBlocks(bodyHtml(article), body), headline), ...posts];
  const standfirst = first("alternativeHeadline", "description", "abstract");
  const sections = all("articleSection").flatMap(namesIn);
  notePublication(all("publisher", "isPartOf"), context);
  return {
    ...where,
    id: schemaOrgId(article),
    headline,
    standfirst: standfirst === undefined || isBeginning(standfirst, blocks) ? undefined : standfirst,
    body: blocks,
    ...(posts.length > 0 && { liveBlog: { began: first("coverageStartTime"), ended: first("coverageEndTime") ?? true } }),
    ...(postReleases.length > 0 && { postReleases }),
    section: sections[0] === undefined ? undefined : { name: sections[0] },
    authors: authorsOf(all("author", "creator")),
    datePublished: first("datePublished", "dateCreated", "uploadDate"),
    dateModified: first("dateModified"),
    dateline: datelineOf(first("dateline", "locationCreated"), blocks),
    topics: refs([...all("keywords").flatMap(keywordsIn), ...all("about", "mentions").flatMap(namesIn), ...sections.slice(1)]),
    places: refs(all("contentLocation", "spatialCoverage").flatMap(namesIn)).filter(({ name }) => !isStreetAddress(name)),
    image: imageOf(all("image", "thumbnailUrl"), blocks, { where, context, base }),
    inLanguage: languageOf(all("inLanguage")[0]),
    genre: first("genre"),
    corrections: all("correction").flatMap((each) => correctionOf(each, context, where)),
    citations: all("citation").flatMap(citationOf),
    oldUrls: addressesIn(article),
    empty: blocks.length === 0 ? "It has no articleBody." : undefined,
  };
}

/** The id of an article. Blank node identifiers ("_:a") do not count: they are valid only within their document. */
export const schemaOrgId = (article: Raw): string | undefined =>
  [article["@id"], ...listOf(article["identifier"]).map((each) => (isRecord(each) ? each["value"] : each))]
    .map((id) => oneLine(textOf(id)))
    .find((id) => id !== "" && !id.startsWith("_:"));

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** The first text of a value: expanded documents have lists of one everywhere. */
const textOf = (value: unknown): string =>
  listOf(value)
    .map(scalarText)
    .find((text) => text !== "") ?? "";

/** The text of a value; for a thing, its name or text. */
const textsIn = (value: unknown): string[] =>
  [isRecord(value) ? textOf(value["name"]) || textOf(value["text"]) : textOf(value)].filter((text) => text.trim() !== "");

const namesIn = (value: unknown): string[] =>
  textsIn(value)
    .map(oneLine)
    .filter((name) => !/^https?:\/\//iu.test(name));

/** The names in a list, or separated by commas. */
const keywordsIn = (value: unknown): string[] => namesIn(value).flatMap((text) => text.split(/\s*[,;]\s*/u));

const refs = (names: string[]): DraftRef[] => [...new Set(names)].filter((name) => name !== "").map((name) => ({ name }));

/** On one line, without HTML, which some write even here. */
function words(text: string, context: ArchiveContext, where: ArchivePlace): string | undefined {
  const isMarked = /<\/?[a-z][^>]*>|&(?:#\d+|\w+);/iu.test(text);
  return (isMarked ? plainWords(text, { ...context.body(where), report: () => {} }) : oneLine(text)) || undefined;
}

/** The text as HTML; it may be written as plain text. */
const bodyHtml = (article: Raw): string =>
  listOf(article["articleBody"] ?? article["reviewBody"] ?? article["text"])
    .flatMap(textsIn)
    .map(textHtml)
    .join("\n");

/** The entries of a live blog. Each is identified by the last part of its address, if it has one. */
function archivedPosts(article: Raw, thing: (value: unknown) => unknown, where: ArchivePlace, context: ArchiveContext): ArchivedPost[] {
  const all = listOf(article["liveBlogUpdate"]).map(thing);
  return all.flatMap((entry, index): ArchivedPost[] => {
    const place = `liveBlogUpdate.${index}`;
    if (!isRecord(entry)) {
      const children = htmlToBlocks(textHtml(textOf(entry)), context.body(where));
      return children.length === 0 ? [] : [{ place, id: "", date: "", headline: "", authors: [], children: () => children }];
    }
    const [url] = addressesIn(entry, (address) => address);
    const children = (): Block[] => {
      const image = imageOf(listOf(entry["image"]).map(thing), [], { where, context, base: url });
      const text = htmlToBlocks(textHtml(textOf(entry["articleBody"]) || textOf(entry["text"])), context.body(where, url));
      return [...(image ? [{ type: "figure" as const, image }] : []), ...text];
    };
    return [
      {
        place,
        id: /[^/#?=]+(?=\/?$)/u.exec(url ?? textOf(entry["@id"]) ?? "")?.[0] ?? "",
        date: [entry["datePublished"], entry["dateCreated"], entry["dateModified"]].map(textOf).find((date) => date !== "") ?? "",
        headline: words(textOf(entry["headline"]) || textOf(entry["name"]), context, where) ?? "",
        authors: authorsOf([entry["author"], entry["creator"]].flatMap(listOf).map(thing)).map(({ name }) => name),
        release: schemaOrgRelease(entry, archiveTime(context)),
        children,
      },
    ];
  });
}

const textHtml = (text: string): string =>
  /<(?:p|br|div|h[1-6]|ul|ol|blockquote|figure|table|a|em|strong|b|i)\b[^>]*>/iu.test(text) ? text : plainTextHtml(text);

function authorsOf(authors: unknown[]): DraftAuthor[] {
  return authors.flatMap((author): DraftAuthor[] => {
    if (!isRecord(author)) return namesIn(author).flatMap(bylineAuthors);
    const isDesk = typesOf(author).some((type) => /Organi[sz]ation$/u.test(type));
    return namesIn(author).map((name) => ({ name, ...(isDesk && { kind: "desk" }) }));
  });
}

type Around = { where: ArchivePlace; context: ArchiveContext; base: string | undefined };

/** The first picture, unless the text shows it. */
function imageOf(images: unknown[], blocks: Block[], { where, context, base }: Around): Draft["image"] {
  const [image] = images.filter((each) => isRecord(each) || textOf(each) !== "");
  const raw: Raw = isRecord(image) ? image : { url: image };
  const [reference] = [raw["url"], raw["contentUrl"], raw["@id"]].flatMap(listOf).map(textOf).filter(Boolean);
  if (reference === undefined) return undefined;
  const caption = htmlToInlines(escapeHtml(textOf(raw["caption"])), context.body(where, base));
  const credit = [raw["creditText"], raw["author"], raw["creator"], raw["copyrightHolder"]].flatMap(listOf).flatMap(namesIn)[0];
  const alt = textOf(raw["description"]) || textOf(raw["name"]);
  const lead = leadPicture({ reference, alt, caption, ...(credit !== undefined && { credit }) }, where, context, base);
  return blocks.some((block) => block.type === "figure" && block.image.url === lead?.url) ? undefined : lead;
}

const languageOf = (language: unknown): string | undefined =>
  (isRecord(language) ? textOf(language["alternateName"]) : textOf(language)) || undefined;

function correctionOf(value: unknown, context: ArchiveContext, where: ArchivePlace): { date?: string; children: Inline[] }[] {
  const [text] = isRecord(value) ? [textOf(value["text"]) || textOf(value["description"])] : [textOf(value)];
  const children = htmlToInlines(text ?? "", context.body(where));
  const date = isRecord(value) ? textOf(value["datePublished"]) : "";
  return children.length === 0 ? [] : [{ children, ...(date !== "" && { date }) }];
}

function citationOf(value: unknown): { title: string; url?: string }[] {
  const url = isRecord(value) ? textOf(value["url"]) || textOf(value["@id"]) : textOf(value);
  const isAddress = /^https?:\/\/\S+$/iu.test(url) && URL.canParse(url);
  const title = oneLine(isRecord(value) ? textOf(value["name"]) || textOf(value["headline"]) : "") || oneLine(url);
  return title === "" ? [] : [{ title, ...(isAddress && { url }) }];
}

/** The addresses of the article; relative ones are resolved against the first. @param whole removes the fragment by default */
function addressesIn(article: Raw, whole = (address: string) => address.replace(/#.*$/u, "")): string[] {
  const page = listOf(article["mainEntityOfPage"]).flatMap((each) => (isRecord(each) ? [each["@id"], each["url"]] : [each]));
  const all = [...listOf(article["url"]), ...page, article["@id"]].map((address) => textOf(address).trim());
  const addresses = all.filter((address) => /^https?:\/\/\S+$/iu.test(address) && URL.canParse(address));
  return [...new Set(addresses.map(whole))];
}

function notePublication(publishers: unknown[], context: ArchiveContext): void {
  const [name] = publishers.flatMap(namesIn);
  if (name !== undefined) context.publication({ name });
}
