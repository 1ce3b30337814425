import type { Draft } from "../../draft/draft.ts";
import { isRecord, type Raw, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { type ArchiveFormat, type ArchiveContext, type ArchiveFile, archiveTime, notAnArticle } from "../archiveFormat.ts";
import { jsonOf } from "../jsonOf.ts";
import { keysOfJson } from "../../text/keysOfJson.ts";
import { arcDraft } from "./arcDraft.ts";
import { arcRelease } from "./arcRelease.ts";

/** Arc XP documents in ANS (https://github.com/washingtonpost/ans-schema): a story, a list, a content API response, or one per line. */
export const arcArchive: ArchiveFormat = { name: "arc", title: "Arc XP (ANS)", detects, read };

function detects({ head }: Pick<ArchiveFile, "head">): boolean {
  if (!/^\uFEFF?\s*[[{]/u.test(head)) return false;
  const keys = keysOfJson(head);
  return keys.has("content_elements") && (keys.has("headlines") || /"type"\s*:\s*"(?:story|results|collection)"/u.test(head));
}

async function* read(file: ArchiveFile, context: ArchiveContext): AsyncGenerator<Draft> {
  const json = await jsonOf(file, context);
  if (json === undefined) return;
  for (const [index, item] of itemsIn(json.value).entries()) {
    const id = isRecord(item) ? scalarText(item["_id"]) : "";
    const where = { file: file.path, place: id === "" ? `document ${index + 1}` : id };
    if (!isRecord(item)) {
      context.skip(where, "It is not an object with the fields of a document.");
      continue;
    }
    const type = scalarText(item["type"]) || "story";
    const { held, moments } = arcRelease(item, archiveTime(context, "UTC"));
    if (type !== "story" && !context.options.types.includes(type)) context.skip(where, notAnArticle(type));
    else if (held !== undefined) context.skip(where, held, id);
    else yield { ...arcDraft(item, where, context), moments };
  }
}

/** API responses and collections hold their stories in the field in which a story holds its text. */
function itemsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(itemsIn);
  if (!isRecord(value)) return [value];
  const elements = recordsOf(value["content_elements"]);
  const isList =
    value["headlines"] === undefined && (/^(?:results|collection)$/u.test(scalarText(value["type"])) || elements.some(isStory));
  return isList ? elements.flatMap(itemsIn) : [value];
}

const isStory = (element: Raw): boolean => element["type"] === "story" && "content_elements" in element;
