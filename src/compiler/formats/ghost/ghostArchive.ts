import type { Draft } from "../../draft/draft.ts";
import { certainFields } from "../../draft/release/certainFields.ts";
import { type Release, releaseOf } from "../../draft/release/release.ts";
import { isMissing, isRecord, scalarText, type Raw } from "../../text/jsonRecord.ts";
import { type ArchiveFormat, type ArchiveContext, type ArchiveFile, archiveTime } from "../archiveFormat.ts";
import { jsonOf } from "../jsonOf.ts";
import { keysOfJson } from "../../text/keysOfJson.ts";
import { robotsTags } from "../fields/robotsTags.ts";
import { ghostComments, leftOut } from "./ghostComments.ts";
import { listLinks } from "./listLinks.ts";
import { postDraft } from "./postDraft.ts";
import { publicationOf } from "./publicationOf.ts";
import { tablesOf, type Tables } from "./tablesOf.ts";

/** What Ghost exports under Settings, Import/Export: one JSON file, of any version since the first. */
export const ghostArchive: ArchiveFormat = { name: "ghost", title: "Ghost export", detects, read };

function detects({ head }: Pick<ArchiveFile, "head">): boolean {
  if (!/^\uFEFF?\s*\{/u.test(head)) return false;
  const keys = keysOfJson(head);
  if (keys.has("db") || /"exported_on"\s*:/u.test(head)) return true;
  return keys.has("data") && /"posts"\s*:\s*\[/u.test(head) && /"(?:mobiledoc|lexical|markdown|posts_tags|posts_authors)"\s*:/u.test(head);
}

async function* read(file: ArchiveFile, context: ArchiveContext): AsyncGenerator<Draft> {
  const json = await jsonOf(file, context);
  if (json === undefined) return;
  const found = exportsIn(json.value);
  if ("error" in found) {
    context.report({ severity: "error", file: file.path, place: found.place, message: found.error });
    context.skip({ file: file.path, place: found.place }, found.error);
    return;
  }
  const { types } = context.options;
  for (const { data, place } of found.exports) {
    const tables = tablesOf(data);
    const publication = publicationOf(tables);
    context.publication(publication);
    const posts: unknown[] = Array.isArray(data["posts"]) ? data["posts"] : [];
    const timeZone = publication.timeZone ?? context.settings.timeZone;
    const releases = posts.map((post): Release => {
      if (!isRecord(post)) return { held: "It is not an object with the fields of a post." };
      const held = heldBy(post, types);
      return held === undefined ? releaseOf(releaseFields(post, tables), { ...archiveTime(context, timeZone), certain: FIELDS }) : { held };
    });
    const published = posts.filter((_, index) => releases[index]?.held === undefined).filter(isRecord);
    const shared = { tables, context, timeZone };
    const commentsOf = ghostComments(data, context);
    const lists = listLinks(published, tables, context.options.firstTag ?? "section");
    for (const [index, post] of posts.entries()) {
      const where = { file: file.path, place: `${place}.posts.${index}` };
      const { held, moments } = releases[index] ?? {};
      const isStory = isRecord(post) && heldBy(post, types) === undefined;
      if (held !== undefined) context.skip(where, held, isStory ? { id: scalarText(post["id"]) } : undefined);
      else if (isRecord(post))
        yield { ...postDraft(post, { ...shared, where, listLinks: lists }), comments: commentsOf(post, where), moments };
    }
    leftOut(data, context);
  }
}

/** Why a page was left out. */
export const GHOST_PAGE = "It is a page, not a post; --types page imports pages too.";

/** Why a post is not an article, as a full sentence; undefined if it is one. */
function heldBy(post: Raw, types: string[]): string | undefined {
  return isPage(post) && !types.includes("page") ? GHOST_PAGE : undefined;
}

/** Its status is "sent" if it went out by email only. */
const FIELDS = certainFields({
  status: { publishes: ["published"], withholds: ["draft", "sent"], waits: ["scheduled"], isRequired: true },
  visibility: { publishes: ["public"], withholds: ["members", "paid", "tiers"] },
  // Of the Content API: whether the visitor may read it
  access: { publishes: ["1", "true"], withholds: ["0", "false"] },
  email_only: { publishes: ["0", "false"], withholds: ["1", "true"] },
});

/** What a post says about who may read it, and when. */
function releaseFields(post: Raw, { metaOf }: Tables): Raw {
  return {
    status: post["status"],
    access: post["access"],
    robots: robotsTags(scalarText(post["codeinjection_head"])),
    visibility: isMissing(post["visibility"]) ? "public" : post["visibility"],
    email_only: metaOf.get(scalarText(post["id"]))?.["email_only"] ?? post["email_only"],
    ...(post["status"] === "scheduled" && { published_at: post["published_at"] }),
  };
}

/** Versions before 3 have a boolean, later ones a type. */
const isPage = (post: Raw): boolean => scalarText(post["type"]) === "page" || ["1", "true"].includes(scalarText(post["page"]));

/** The exports in a file: the tables of each, and their place. */
type Found = { exports: { data: Raw; place: string }[] } | { error: string; place: string };

/**
 * The exports in a file: `{ db: [{ meta, data }] }` as Ghost writes it, and
 * `{ meta, data }` or `{ data }`, which its importer accepts too.
 */
function exportsIn(json: unknown): Found {
  if (!isRecord(json)) return { error: "The file is not a Ghost export: it holds no object.", place: "" };
  if ("db" in json && !Array.isArray(json["db"])) return { error: "The file is not a Ghost export: db is not a list.", place: "db" };
  const holders = Array.isArray(json["db"])
    ? json["db"].map((each: unknown, index) => ({ each, at: `db.${index}.` }))
    : [{ each: json, at: "" }];
  if (holders.length === 0) return { error: "The Ghost export is empty: db has no entry.", place: "db" };
  const exports: { data: Raw; place: string }[] = [];
  for (const { each, at } of holders) {
    const data: unknown = isRecord(each) ? each["data"] : undefined;
    if (!isRecord(data)) {
      const keys = isRecord(each) ? Object.keys(each).slice(0, 5).join(", ") : "";
      const instead = keys === "" ? "" : `; it has ${keys} instead`;
      return { error: `The file is not a Ghost export: it has no db with data in it${instead}.`, place: `${at}data` };
    }
    if (!Array.isArray(data["posts"])) return { error: "The Ghost export has no list of posts.", place: `${at}data.posts` };
    exports.push({ data, place: `${at}data` });
  }
  return { exports };
}
