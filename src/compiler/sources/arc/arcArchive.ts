import type { Draft } from "../../draft/draft.ts";
import { releaseOf } from "../../draft/release/release.ts";
import { isRecord, type Raw, recordIn, recordsOf, scalarText } from "../article/record.ts";
import { type Archive, type ArchiveContext, type ArchiveFile, archiveTime, notAnArticle } from "../archive.ts";
import { jsonOf } from "../jsonOf.ts";
import { keysOfJson } from "../keysOfJson.ts";
import { arcDraft } from "./arcDraft.ts";

/** Arc XP documents in ANS (https://github.com/washingtonpost/ans-schema): a story, a list, a content API response, or one per line. */
export const arcArchive: Archive = { name: "arc", title: "Arc XP (ANS)", detects, read };

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
    const { held, moments } = releaseOf(releaseFields(item), archiveTime(context, "UTC"));
    if (type !== "story" && !context.options.types.includes(type)) context.skip(where, notAnArticle(type));
    else if (held !== undefined || isPaid(item))
      context.skip(where, held ?? `It is not for everybody (content_code: ${codeOf(item)}).`, id);
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

const restrictionsOf = (item: Raw): Raw => recordIn(item, "content_restrictions");

const codeOf = (item: Raw): string => scalarText(restrictionsOf(item)["content_code"]);

/** Publishers choose their own codes. Everybody can read "metered" stories, though only a limited number. */
const isPaid = (item: Raw): boolean => /premium|subscri|paid|lock|member|exclusive/iu.test(codeOf(item));

function releaseFields(item: Raw): Raw {
  const embargo = restrictionsOf(item)["embargo"];
  const revision = recordIn(item, "revision");
  const properties = recordIn(item, "additional_properties");
  return {
    status: item["status"],
    published: revision["published"],
    is_published: properties["is_published"],
    ...(isRecord(embargo) && embargo["active"] !== false && { embargo: embargo["end_time"] ?? true }),
  };
}
