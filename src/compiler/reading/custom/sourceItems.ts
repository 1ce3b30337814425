import * as v from "valibot";
import { reason } from "#content/parse.ts";
import type { Draft } from "../../draft/draft.ts";
import { datelineOf } from "../../body/datelineOf.ts";
import { isBeginning } from "../../body/isBeginning.ts";
import { withoutHeadline } from "../../body/withoutHeadline.ts";
import { isRecord, type Raw, scalarText } from "../../text/jsonRecord.ts";
import type { FileOfSource, SourceExtension } from "./extension.ts";

/** An item that a source found in a file. */
export type SourceItem = v.InferOutput<typeof ItemSchema>;

/**
 * What a source finds in a file. A value that is neither a story nor an item becomes a fault, which completes a sentence about the
 * source. Throws what the source throws.
 */
export async function sourceItems({ read }: SourceExtension, file: FileOfSource): Promise<(SourceItem | { fault: string })[]> {
  const found: unknown = await read(file);
  return (Array.isArray(found) ? found : [found]).map(itemOf);
}

/**
 * A draft without what other systems say twice: the headline above its text, a standfirst with which the text begins, and a place that
 * the text names in its own dateline. The picture with which the text begins becomes its own if the item says so; one that is not at
 * hand leaves its words in the text.
 */
export function withoutRepeats(draft: Draft, { firstFigureLeads }: SourceItem): Draft {
  const { headline, image, standfirst, dateline } = draft;
  const text = withoutHeadline(draft.body, headline);
  const [first, ...rest] = text;
  const lead = firstFigureLeads === true && image === undefined && first?.type === "figure" ? first.image : undefined;
  const body = lead ? rest : text;
  return {
    ...draft,
    body,
    image: image ?? lead,
    standfirst: standfirst === undefined || isBeginning(standfirst, body) ? undefined : standfirst,
    dateline: datelineOf(dateline, body),
  };
}

/** Where a field of an item's story is. Parts of a body may say where in the item they are, such as the posts of a live blog. */
export function placeOfField({ story }: SourceItem, place: string): (path: string) => string {
  return (path) => {
    const [, index] = /^body\.(\d+)/u.exec(path) ?? [];
    const part: unknown = index !== undefined && Array.isArray(story["body"]) ? story["body"][Number(index)] : undefined;
    return placeWithin(place, isRecord(part) ? scalarText(part["place"]) : "");
  };
}

export const placeWithin = (place: string, part = ""): string => (part === "" ? place : `${place}, ${part}`);

/** The beginning of a file from which a source tells its format, in UTF-16 code units. */
export const HEAD = 65_536;

function itemOf(value: unknown): SourceItem | { fault: string } {
  if (!isRecord(value)) return { fault: "did not return a story" };
  const given = "place" in value ? value : { story: value };
  // A field that keeps a story back must not be lost beside it.
  const stray = Object.keys(given).find((field) => !Object.hasOwn(ItemSchema.entries, field));
  if (stray !== undefined) return { fault: `returned an item with the field "${stray}", which belongs in its story` };
  const result = v.safeParse(ItemSchema, given);
  if (!result.success) return { fault: `returned an item whose ${v.getDotPath(result.issues[0]) ?? "fields"} ${reason(result.issues[0])}` };
  const { html, ...story } = result.output.story;
  return typeof html === "string" ? { ...result.output, story: { ...story, body: { type: "html", html } } } : result.output;
}

const RecordSchema = v.custom<Raw>(isRecord, "must be an object");

const ItemSchema = v.object({
  place: v.optional(v.string()),
  story: v.optional(RecordSchema, {}),
  item: v.optional(RecordSchema),
  base: v.optional(v.string()),
  firstFigureLeads: v.optional(v.boolean()),
  skipped: v.optional(v.string()),
  held: v.optional(v.string()),
  problems: v.optional(
    v.array(
      v.object({
        message: v.string(),
        place: v.optional(v.string()),
        severity: v.optional(v.picklist(["error", "warning", "notice"]), "warning"),
      }),
    ),
    [],
  ),
});
