import { defineSource, type SourceItem } from "#extend/extend.js";
import { isBlankHtml } from "../../text/isBlankHtml.ts";
import { isRecord, type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { notAnArticle } from "../../text/notAnArticle.ts";
import { renderMarkdown } from "../../reading/markdown/renderMarkdown.ts";
import { DATES, isStoryType, lineOf, NAMES, namesIn, storyFields, valueOf, withoutBody } from "./documentFields.ts";
import { pictureHtml, portableText } from "./portableText.ts";

/** `sanity dataset export`: a document a line. Answers of its query API, with references as they are, are read too. */
export const sanitySource = defineSource({
  extensions: ["ndjson", "json"],
  // Elasticsearch has the same names, and `_index`; the list of the files of an export has no `_id`.
  detects: ({ path, head }) =>
    /^\uFEFF?\s*[[{]/u.test(head) &&
    /"_type"\s*:/u.test(head) &&
    !/"_index"\s*:/u.test(head) &&
    (/"_id"\s*:/u.test(head) ? /"_(?:rev|createdAt)"\s*:/u.test(head) || /\.ndjson$/iu.test(path) : /"_type"\s*:\s*"block"/u.test(head)),
  timeZone: "UTC",
  release: DATES,
  read: async ({ json, types }) => {
    const documents = documentsIn(await json());
    const byId = new Map(documents.filter(isRecord).map((document) => [scalarText(document["_id"]), document]));
    return documents.map((document, index) => read(document, index, byId, types));
  },
});

/** Whether a file of an export is a picture or another file, or the list of them. */
export const isAsset = (path: string): boolean => /^(?:assets\.json$|images\/|files\/)/u.test(path);

function documentsIn(value: unknown): unknown[] {
  let inner = value;
  while (isRecord(inner) && inner["result"] !== undefined) inner = inner["result"];
  return Array.isArray(inner) ? inner : inner === undefined ? [] : [inner];
}

type Documents = ReadonlyMap<string, Raw>;

function read(document: unknown, index: number, byId: Documents, types: readonly string[]): SourceItem {
  const id = isRecord(document) ? idOf(document) : "";
  const place = id === "" ? `document ${index + 1}` : id;
  if (!isRecord(document)) return { place, skipped: "It is not an object with the fields of a document." };
  const type = scalarText(document["_type"]);
  const published = id.replace(/^(?:drafts|versions\.[^.]+)\./u, "");
  if (!isStoryType(type, types)) return { place, story: { id: published }, skipped: notAnArticle(type) };
  const problems: { message: string }[] = [];
  const context = { address: (picture: Raw) => assetAddress(picture, byId), warn: (message: string) => problems.push({ message }) };
  const value = valueOf(document, NAMES.body);
  const html = typeof value === "string" ? renderMarkdown(value).html : portableText(recordsOf(value), context);
  const picture = valueOf(document, NAMES.image);
  const image = isRecord(picture) ? pictureHtml(picture, context) : "";
  const held = heldBy(id);
  return {
    place,
    item: withoutBody(document),
    held,
    skipped: isBlankHtml(html) && held === undefined ? "It has no text." : undefined,
    problems,
    story: {
      ...storyFields(document, { html, image, names: (names) => namesOf(document, names, byId) }),
      // A draft must not mark the published document as withdrawn.
      id: held === undefined ? published : undefined,
      slug: slugOf(document),
      datePublished: lineOf(document, NAMES.date) ?? scalarText(document["_createdAt"]),
      dateModified: scalarText(document["_updatedAt"]) || undefined,
      inLanguage: lineOf(document, ["language", "locale", "__i18n_lang"]),
    },
  };
}

/** A query for drafts gives them the id of the published document, and theirs apart from it. */
const idOf = (document: Raw): string => scalarText(document["_originalId"]) || scalarText(document["_id"]);

/** A published document and its draft have the same id but for the prefix. Only documents without a dot in their ids are public. */
function heldBy(id: string): string | undefined {
  if (id === "")
    return "It does not say whether it is a draft. Request it with its _id; a file made for an import into Sanity can be exported from there.";
  return id.includes(".") ? `It is a draft, or private in Sanity: its id, ${id.slice(0, 60)}, has a dot.` : undefined;
}

function slugOf(document: Raw): string | undefined {
  const slug = scalarText(recordIn(document, "slug")["current"]) || scalarText(document["slug"]);
  return slug.split("/").findLast(Boolean);
}

const namesOf = (document: Raw, names: readonly string[], byId: Documents): string[] =>
  namesIn(valueOf(document, names), (reference) => publicTarget(reference, byId), ["name", "title", "label", "value"]);

/** The document that a reference leads to; nothing if it is not public. */
function publicTarget(reference: Raw, byId: Documents): Raw | undefined {
  const target = byId.get(scalarText(reference["_ref"])) ?? reference;
  return idOf(target).includes(".") ? undefined : target;
}

/** A file of the export, or the address at Sanity that the id of a picture stands for: "image-HASH-800x600-jpg". */
function assetAddress(picture: Raw, byId: Documents): string {
  const file = /file:\/\/\.?\/?(.+)$/u.exec(scalarText(picture["_sanityAsset"]))?.[1];
  if (file !== undefined) return file;
  const asset = recordIn(picture, "asset");
  const reference = scalarText(asset["_ref"]);
  return scalarText(byId.get(reference)?.["url"]) || scalarText(asset["url"]);
}
