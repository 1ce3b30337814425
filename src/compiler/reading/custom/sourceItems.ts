import * as v from "valibot";
import { reason } from "#content/parse.ts";
import type { Draft } from "../../draft/draft.ts";
import { isRecord, type Raw } from "../../text/jsonRecord.ts";
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

/** A draft with the picture with which its text begins as its own, if the item says so. One that is not at hand leaves its words in the text. */
export function withLead(draft: Draft, { firstFigureLeads }: SourceItem): Draft {
  const [first, ...body] = draft.body;
  return firstFigureLeads === true && draft.image === undefined && first?.type === "figure"
    ? { ...draft, image: first.image, body }
    : draft;
}

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
    v.array(v.object({ message: v.string(), severity: v.optional(v.picklist(["error", "warning", "notice"]), "warning") })),
    [],
  ),
});
