import type { Draft } from "../../draft/draft.ts";
import { isRecord, type Raw, scalarText } from "../../text/jsonRecord.ts";
import { type ArchiveFormat, type ArchiveContext, type ArchiveFile, archiveTime } from "../archiveFormat.ts";
import { jsonOf } from "../jsonOf.ts";
import { keysOfJson } from "../../text/keysOfJson.ts";
import { govukDraft, govukId } from "./govukDraft.ts";
import { govukRelease } from "./govukRelease.ts";

/** Content items of GOV.UK as its content API returns them (https://content-api.publishing.service.gov.uk/): news and speeches. */
export const govukArchive: ArchiveFormat = { name: "govuk", title: "GOV.UK content item", detects, read };

function detects({ head }: Pick<ArchiveFile, "head">): boolean {
  if (!/^\uFEFF?\s*[[{]/u.test(head)) return false;
  const keys = keysOfJson(head);
  return keys.has("base_path") && ["schema_name", "document_type", "content_id", "publishing_app"].some((key) => keys.has(key));
}

async function* read(file: ArchiveFile, context: ArchiveContext): AsyncGenerator<Draft> {
  const json = await jsonOf(file, context);
  if (json === undefined) return;
  const items: unknown[] = Array.isArray(json.value) ? json.value : [json.value];
  for (const [index, item] of items.entries()) {
    const where = { file: file.path, place: Array.isArray(json.value) ? `item ${index + 1}` : "details.body" };
    if (!isRecord(item)) {
      context.report({ severity: "error", ...where, message: NO_ITEM });
      context.skip(where, NO_ITEM);
      continue;
    }
    const kind = heldBy(item, context.options.types);
    const { held = kind, moments } = govukRelease(item, archiveTime(context, "Europe/London"));
    if (held !== undefined) context.skip(where, held, kind === undefined || kindsOf(item).includes("gone") ? govukId(item) : undefined);
    else yield { ...govukDraft(item, where, context), moments };
  }
}

const NO_ITEM = "It is not an object with the fields of a content item.";

const STORIES = ["news_article", "speech"];

const kindsOf = (item: Raw): string[] => [scalarText(item["schema_name"]), scalarText(item["document_type"])].filter(Boolean);

function heldBy(item: Raw, types: string[]): string | undefined {
  const kinds = kindsOf(item);
  if (kinds.some((kind) => kind === "gone" || kind === "redirect")) return "It was removed or moved, and has no text of its own.";
  if (kinds.length > 0 && !kinds.some((kind) => STORIES.includes(kind) || types.includes(kind)))
    return `It is of the type "${kinds[0]}", neither news nor a speech; --types ${kinds[0]} imports such items too.`;
  return undefined;
}
