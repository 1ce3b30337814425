import type { Draft } from "../../draft/draft.ts";
import { isRecord, type Raw, scalarText } from "../../text/jsonRecord.ts";
import { type ArchiveFormat, type ArchiveContext, type ArchiveFile, archiveTime } from "../archiveFormat.ts";
import { notAnArticle } from "../../text/notAnArticle.ts";
import { jsonOf } from "../jsonOf.ts";
import { schemaOrgDraft, schemaOrgId } from "./schemaOrgDraft.ts";
import { schemaOrgRelease } from "./schemaOrgRelease.ts";
import { byId, isArticle, thingsIn, typesOf } from "./things.ts";

/** Articles as schema.org JSON-LD: one, a list, a graph, or one per line. */
export const schemaOrgArchive: ArchiveFormat = {
  name: "schema-org",
  title: "schema.org JSON-LD",
  detects: ({ head }) => /^\uFEFF?\s*[[{]/u.test(head) && /"@type"\s*:/u.test(head) && ARTICLE.test(head),
  read,
};

const ARTICLE = /"@type"\s*:\s*(?:\[\s*(?:"[^"]*"\s*,\s*)*)?"[^"]*(?:Article|Posting|Report|Review)"|[/":]articleBody"\s*:/u;

/** Fields in which lists, feeds and blogs hold their articles. */
const HOLDERS = ["@graph", "mainEntity", "itemListElement", "dataFeedElement", "item", "blogPost", "hasPart"];

async function* read(file: ArchiveFile, context: ArchiveContext): AsyncGenerator<Draft> {
  const json = await jsonOf(file, context);
  if (json === undefined) return;
  const things = thingsIn(plain(json.value), HOLDERS);
  const thing = byId(things);
  const all = things.filter((each) => isArticle(each) || "articleBody" in each || typesOf(each).some(isAsked(context)));
  const posts = postIds(all);
  const items = all.filter((each) => !posts.has(scalarText(each["@id"])));
  for (const [index, item] of items.entries()) {
    const where = { file: file.path, place: scalarText(item["@id"]) || scalarText(item["url"]) || `article ${index + 1}` };
    const [type = "Thing"] = typesOf(item);
    if (!isArticle(item) && !typesOf(item).some(isAsked(context))) {
      context.skip(where, notAnArticle(type));
      continue;
    }
    const { held, moments } = schemaOrgRelease(item, archiveTime(context));
    if (held === undefined) yield { ...schemaOrgDraft(item, thing, where, context), moments };
    else context.skip(where, held, { id: schemaOrgId(item) });
  }
  if (items.length === 0) context.skip({ file: file.path, place: "@type" }, "It describes no article.");
}

/** The ids of the entries of live blogs, which are imported as their posts and not again as stories. */
function postIds(articles: Raw[]): Set<string> {
  const ids = articles.flatMap((article) =>
    [article["liveBlogUpdate"]]
      .flat()
      .filter(isRecord)
      .map((entry) => scalarText(entry["@id"]))
      .filter((id) => id !== "" && id !== scalarText(article["@id"])),
  );
  return new Set(ids);
}

const isAsked =
  ({ options }: ArchiveContext) =>
  (type: string) =>
    options.types.includes(type);

/** Removes the vocabulary's address from names and JSON-LD's wrappers from values, which expanded documents have. */
function plain(json: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(json)) return json.map((each: unknown) => plain(each, depth + 1));
  if (!isRecord(json)) return json;
  if ("@value" in json) return json["@value"];
  if ("@list" in json || "@set" in json) return plain(json["@list"] ?? json["@set"], depth + 1);
  const entries = Object.entries(json).map(([name, value]): [string, unknown] => [name.replace(VOCABULARY, ""), plain(value, depth + 1)]);
  const thing: Raw = Object.fromEntries(entries);
  return "@type" in thing ? { ...thing, "@type": typesOf(thing).map((type) => type.replace(VOCABULARY, "")) } : thing;
}

const VOCABULARY = /^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/u;
const DEEPEST = 32;
