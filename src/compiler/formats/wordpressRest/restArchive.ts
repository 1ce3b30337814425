import type { Draft } from "../../draft/draft.ts";
import { releaseOf } from "../../draft/release/release.ts";
import { isRecord, type Raw, scalarText } from "../../text/jsonRecord.ts";
import { type ArchiveFormat, type ArchiveContext, type ArchiveFile, archiveTime } from "../archiveFormat.ts";
import { notAnArticle } from "../../text/notAnArticle.ts";
import { jsonOf } from "../jsonOf.ts";
import { keysOfJson } from "../../text/keysOfJson.ts";
import { WORDPRESS_FIELDS } from "../wxr/accessFields.ts";
import { excerptOf, restDraft, restId } from "./restDraft.ts";
import { restRelease } from "./restRelease.ts";

/** Responses of WordPress's REST API at /wp-json/wp/v2/posts: a list of posts, or one. */
export const restArchive: ArchiveFormat = { name: "wp-rest", title: "WordPress REST API", detects, read };

function detects({ head }: Pick<ArchiveFile, "head">): boolean {
  if (!/^\uFEFF?\s*[[{]/u.test(head) || !/"rendered"\s*:/u.test(head)) return false;
  const keys = keysOfJson(head);
  return keys.has("title") && (keys.has("content") || keys.has("excerpt")) && ["date_gmt", "guid", "link"].some((key) => keys.has(key));
}

async function* read(file: ArchiveFile, context: ArchiveContext): AsyncGenerator<Draft> {
  const json = await jsonOf(file, context);
  if (json === undefined) return;
  const posts: unknown[] = Array.isArray(json.value) ? json.value : [json.value];
  for (const [index, post] of posts.entries()) {
    const id = isRecord(post) ? scalarText(post["id"]) : "";
    const where = { file: file.path, place: id === "" ? `item ${index + 1}` : `post ${id}` };
    if (!isRecord(post)) {
      const message = "It is not an object with the fields of a post.";
      context.report({ severity: "error", ...where, message });
      context.skip(where, message);
      continue;
    }
    const kind = heldBy(post, context.options.types);
    const { held = kind, moments } =
      kind === undefined ? releaseOf(restRelease(post), { ...archiveTime(context), certain: WORDPRESS_FIELDS }) : {};
    if (held === undefined && post["content"] === undefined) {
      const excerpt = excerptOf(post, where, context);
      if (excerpt !== undefined)
        context.report({ severity: "notice", ...where, message: `All that is known of its text is: “${excerpt}”` });
      context.skip(where, WITHOUT_TEXT);
    } else if (held === undefined) yield { ...restDraft(post, where, context), moments };
    else context.skip(where, held, kind === undefined ? { id: restId(post) } : undefined);
  }
}

const WITHOUT_TEXT =
  "The response does not have its text (content). Request it with its text: without _fields, or with content among them.";

function heldBy(post: Raw, types: string[]): string | undefined {
  const type = scalarText(post["type"]) || "post";
  if (type === "attachment") return "It is a file of the media library, which is imported with the articles that show it.";
  return type === "post" || types.includes(type) ? undefined : notAnArticle(type);
}
