import { inlineText } from "#content/blocks/plainText.ts";
import type { Block } from "#content/blocks/block.ts";
import { htmlToBlocks, htmlToInlines } from "../../body/htmlToBlocks.ts";
import type { Draft } from "../../draft/draft.ts";
import { instantOf } from "../../text/instantOf.ts";
import { escapeHtml } from "../../text/escaped.ts";
import { isRecord, type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import {
  type ArchiveFormat,
  type ArchiveContext,
  type ArchiveFile,
  type ArchivePlace,
  archiveTime,
  notAnArticle,
} from "../archiveFormat.ts";
import { bylineAuthors } from "../../text/bylineAuthors.ts";
import { isBeginning } from "../fields/isBeginning.ts";
import { jsonOf } from "../jsonOf.ts";
import { leadPicture } from "../fields/leadPicture.ts";
import { liveBlogPosts, type ArchivedPost } from "../fields/liveBlogPosts.ts";
import { oneLine } from "../../text/cleanText.ts";
import { guardianRelease } from "./guardianRelease.ts";

/** Responses of the Guardian's Open Platform (open-platform.theguardian.com/documentation): a search, or one item. */
export const guardianArchive: ArchiveFormat = {
  name: "guardian",
  title: "Guardian Open Platform",
  detects: ({ head }) =>
    /^\uFEFF?\s*[[{]/u.test(head) && ["webPublicationDate", "webTitle", "webUrl"].every((name) => head.includes(`"${name}"`)),
  read,
};

const KINDS = ["", "article", "liveblog"];

async function* read(file: ArchiveFile, context: ArchiveContext): AsyncGenerator<Draft> {
  const json = await jsonOf(file, context);
  if (json === undefined) return;
  for (const [index, item] of itemsIn(json.value).entries()) {
    const id = isRecord(item) ? scalarText(item["id"]) : "";
    const where = { file: file.path, place: id === "" ? `item ${index + 1}` : id };
    if (!isRecord(item)) {
      context.skip(where, "It is not an object with the fields of an item.");
      continue;
    }
    const type = scalarText(item["type"]);
    const fields = recordIn(item, "fields");
    const { held, moments } = guardianRelease(item, archiveTime(context, "UTC"));
    if (!KINDS.includes(type) && !context.options.types.includes(type)) context.skip(where, notAnArticle(type));
    else if (held !== undefined) context.skip(where, held, id);
    else yield { ...draftOf(item, fields, where, context), moments };
  }
}

/** The results of a search, those of several responses in a list, or a single item. */
function itemsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(itemsIn);
  if (!isRecord(value)) return [value];
  if (isRecord(value["response"])) return itemsIn(value["response"]);
  if (Array.isArray(value["results"])) return value["results"];
  return [value["content"] ?? value];
}

function draftOf(item: Raw, fields: Raw, where: ArchivePlace, context: ArchiveContext): Draft {
  const [id, url] = [scalarText(item["id"]), scalarText(item["webUrl"])];
  const base = URL.canParse(url) ? url : undefined;
  const html = (name: string): string => scalarText(fields[name]);
  const words = (text: string): string | undefined => oneLine(inlineText(htmlToInlines(text, context.body(where, base)))) || undefined;
  const read = (text: string): Block[] => htmlToBlocks(text, context.body(where, base));
  const all = blocksOf(item);
  const blocks = published(all, where, context);
  const isLive = scalarText(item["type"]) === "liveblog" && all.some(({ block, isSummary }) => !isSummary && dateOf(block) !== "");
  const posts = isLive ? postsOf(item, blocks, read, where, context) : [];
  const isHeld = all.length > 0 && blocks.length === 0;
  const body = posts.length > 0 || isHeld ? posts : read(html("body") || textOf(blocks));
  const image = leadOf(htmlToBlocks(html("main"), context.body(where, base))) ?? thumbnail(fields, where, context, base);
  const standfirst = words(html("standfirst")) ?? words(html("trailText"));
  const contributors = tagged(item, "contributor").map((name) => ({ name }));
  const section = oneLine(scalarText(item["sectionName"]));
  return {
    ...where,
    id: id || undefined,
    slug: id.split("/").at(-1) || undefined,
    headline: words(html("headline")) ?? words(scalarText(item["webTitle"])),
    standfirst: standfirst === undefined || isBeginning(standfirst, body) ? undefined : standfirst,
    body,
    ...(posts.length > 0 && { liveBlog: { ended: html("liveBloggingNow") === "true" ? undefined : true } }),
    section: section === "" ? undefined : { name: section },
    authors: contributors.length > 0 ? contributors : bylineAuthors(words(html("byline")) ?? ""),
    datePublished: scalarText(item["webPublicationDate"]) || html("firstPublicationDate") || undefined,
    dateModified: html("lastModified") || undefined,
    topics: tagged(item, "keyword").map((name) => ({ name })),
    places: [],
    image,
    inLanguage: html("lang") || undefined,
    corrections: [],
    citations: [],
    oldUrls: [...(base === undefined ? [] : [base]), ...(id === "" ? [] : [`/${id}`])],
    held: body.length > 0 ? undefined : isHeld ? "None of its blocks is published." : NO_TEXT,
  };
}

const NO_TEXT = "It has no text; request it with show-fields=body or show-blocks=body.";

type ArchivedBlock = { block: Raw; place: string; isSummary: boolean };

/** The blocks of an item, wherever the response has them. */
function blocksOf(item: Raw): ArchivedBlock[] {
  const blocks = recordIn(item, "blocks");
  const requested = Object.entries(recordIn(blocks, "requestedBodyBlocks")).map(([name, list]) => ({
    name: `requestedBodyBlocks.${name}`,
    list,
  }));
  const lists = [{ name: "body", list: blocks["body"] }, ...requested, { name: "summary", list: blocks["summary"] }];
  return lists.flatMap(({ name, list }) =>
    recordsOf(list).map((block, index) => ({ block, place: `blocks.${name}.${index}`, isSummary: name === "summary" })),
  );
}

/** The published blocks. The others are reported, and any other block with the id of one of those is left out as well. */
function published(blocks: ArchivedBlock[], where: ArchivePlace, { report }: ArchiveContext): ArchivedBlock[] {
  const hidden = blocks.filter(({ block }) => scalarText(block["published"]) === "false");
  for (const { place } of hidden) {
    const message = "The post was left out. It is not published.";
    report({ severity: "notice", file: where.file, place: `${where.place}, ${place}`, message });
  }
  const ids = new Set(hidden.map(({ block }) => scalarText(block["id"])).filter((id) => id !== ""));
  return blocks.filter((each) => !hidden.includes(each) && !ids.has(scalarText(each.block["id"])));
}

/** The posts of a live blog, below the blocks of its summary that are not posts. */
function postsOf(
  item: Raw,
  blocks: ArchivedBlock[],
  read: (html: string) => Block[],
  where: ArchivePlace,
  context: ArchiveContext,
): Block[] {
  const posts = blocks.filter(({ isSummary }) => !isSummary).map(({ block, place }) => postOf(block, place, item, read));
  const ids = new Set(posts.map(({ id }) => id));
  const summary = blocks.filter(({ block, isSummary }) => isSummary && !ids.has(scalarText(block["id"])));
  return [...summary.flatMap(({ block }) => read(scalarText(block["bodyHtml"]))), ...liveBlogPosts(posts, where, context, "UTC").blocks];
}

/** A summary of events so far is a post like the others, and the Guardian lists it with its key events. */
function postOf(block: Raw, place: string, item: Raw, read: (html: string) => Block[]): ArchivedPost {
  const attributes = recordIn(block, "attributes");
  const is = (name: string): boolean => scalarText(attributes[name]) === "true";
  const contributors = (Array.isArray(block["contributors"]) ? block["contributors"] : []).map(
    (each: unknown) => `profile/${scalarText(each)}`,
  );
  const authors = recordsOf(item["tags"]).filter((tag) => contributors.includes(scalarText(tag["id"])));
  return {
    place,
    id: scalarText(block["id"]),
    date: dateOf(block),
    headline: oneLine(scalarText(block["title"])),
    authors: authors.map((tag) => oneLine(scalarText(tag["webTitle"]))).filter((name) => name !== ""),
    key: is("keyEvent") || is("summary"),
    pinned: is("pinned"),
    children: () => read(scalarText(block["bodyHtml"])),
  };
}

/** When a post was first published, as written; "" if no date can be read. */
const dateOf = (block: Raw): string =>
  ["firstPublishedDate", "publishedDate", "createdDate"]
    .map((name) => scalarText(block[name]))
    .find((date) => instantOf(date, "UTC") !== undefined) ?? "";

/** The text of an item from its blocks, if `body` is not there. In a live blog without times they come newest first. */
function textOf(blocks: ArchivedBlock[]): string {
  return blocks
    .filter(({ place }) => place.startsWith("blocks.body."))
    .map(
      ({ block: { title, bodyHtml } }) =>
        (scalarText(title) === "" ? "" : `<h2>${escapeHtml(scalarText(title))}</h2>`) + scalarText(bodyHtml),
    )
    .join("\n");
}

const tagged = (item: Raw, type: string): string[] =>
  recordsOf(item["tags"])
    .filter((tag) => tag["type"] === type)
    .map((tag) => oneLine(scalarText(tag["webTitle"])))
    .filter((name) => name !== "");

/** The field `main` holds the element above the text. */
function leadOf(blocks: Block[]): Draft["image"] {
  const [first] = blocks;
  return first?.type === "figure" ? first.image : undefined;
}

function thumbnail(fields: Raw, where: ArchivePlace, context: ArchiveContext, base: string | undefined): Draft["image"] {
  const reference = scalarText(fields["thumbnail"]);
  return reference === "" ? undefined : leadPicture({ reference }, where, context, base);
}
