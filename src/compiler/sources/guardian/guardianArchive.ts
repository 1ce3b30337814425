import { inlineText } from "#content/plainText.ts";
import type { Block } from "#content/block.ts";
import { slug } from "#content/slug.ts";
import { htmlToBlocks, htmlToInlines } from "../../body/htmlToBlocks.ts";
import type { Draft } from "../../draft/draft.ts";
import { instantOf } from "../../draft/instantOf.ts";
import { escapeHtml } from "../../draft/escaped.ts";
import { releaseOf } from "../../draft/release/release.ts";
import { isRecord, type Raw, recordIn, recordsOf, scalarText } from "../article/record.ts";
import { type Archive, type ArchiveContext, type ArchiveFile, type ArchivePlace, archiveTime, ofKind } from "../archive.ts";
import { bylineAuthors } from "../bylineAuthors.ts";
import { isBeginning } from "../feed/isBeginning.ts";
import { jsonOf } from "../jsonOf.ts";
import { leadPicture } from "../leadPicture.ts";
import { oneLine } from "../oneLine.ts";

/** What the Guardian's Open Platform answers (open-platform.theguardian.com/documentation): a search, or one item. */
export const guardianArchive: Archive = {
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
    const { held, moments } = releaseOf({ access: fields["membershipAccess"], expired: item["isExpired"] }, archiveTime(context, "UTC"));
    if (!KINDS.includes(type) && !context.options.types.includes(type)) context.skip(where, ofKind(type));
    else if (held !== undefined) context.skip(where, held);
    else yield { ...draftOf(item, fields, where, context), moments };
  }
}

/** The results of a search, those of several answers in a list, or the item by itself. */
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
  const posts = scalarText(item["type"]) === "liveblog" ? postsOf(item, (text) => htmlToBlocks(text, context.body(where, base))) : [];
  const body = posts.length > 0 ? posts : htmlToBlocks(html("body") || blocksOf(item), context.body(where, base));
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
    held: body.length === 0 ? "It has no text; ask for it by show-fields=body or show-blocks=body." : undefined,
  };
}

/** The posts of a live blog that say when they were published, and what stands in its summary. */
function postsOf(item: Raw, read: (html: string) => Block[]): Block[] {
  const blocks = recordIn(item, "blocks");
  const all = recordsOf(blocks["body"]);
  const tags = recordsOf(item["tags"]);
  if (!all.some((block) => dateOf(block) !== undefined)) return [];
  return [...recordsOf(blocks["summary"]), ...all].flatMap((block): Block[] => {
    const attributes = recordIn(block, "attributes");
    const isTrue = (name: string): boolean => scalarText(attributes[name]) === "true";
    const children = read(scalarText(block["bodyHtml"]));
    const [id, date] = [scalarText(block["id"]), dateOf(block)];
    if (date === undefined || id === "" || isTrue("summary")) return children;
    const headline = oneLine(scalarText(block["title"]));
    const ids = Array.isArray(block["contributors"]) ? block["contributors"].map((each: unknown) => `profile/${scalarText(each)}`) : [];
    const authors = tags.filter((tag) => ids.includes(scalarText(tag["id"]))).map((tag) => oneLine(scalarText(tag["webTitle"])));
    return [
      {
        type: "post",
        id: slug(id),
        date,
        ...(headline !== "" && { headline }),
        ...(authors.length > 0 && { authors: authors.map((name) => ({ name })) }),
        ...(isTrue("keyEvent") && { key: true }),
        children,
      },
    ];
  });
}

const dateOf = (block: Raw): string | undefined =>
  ["firstPublishedDate", "publishedDate", "createdDate"].map((name) => instantOf(scalarText(block[name]), "UTC")).find(Boolean);

/** Of a live blog whose blocks have no times the text is in them, the newest first. */
function blocksOf(item: Raw): string {
  const blocks = recordIn(item, "blocks");
  return recordsOf(blocks["body"])
    .map(({ title, bodyHtml }) => (scalarText(title) === "" ? "" : `<h2>${escapeHtml(scalarText(title))}</h2>`) + scalarText(bodyHtml))
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
