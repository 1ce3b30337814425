import * as v from "valibot";
import { type Image, ImageSchema } from "./image.ts";
import { type Inline, InlinesSchema, LinkUrlSchema } from "./inline.ts";
import { InstantSchema } from "./instant.ts";

/** One cell of a table. `heading` marks the cell that names its row. */
export type Cell = {
  children: Inline[];
  align?: "start" | "center" | "end" | undefined;
  heading?: boolean | undefined;
  colSpan?: number | undefined;
  rowSpan?: number | undefined;
};

/** A body is a list of these. An element the model does not know becomes `unknown` and keeps its text. */
export type Block =
  | { type: "paragraph"; children: Inline[] }
  | { type: "heading"; level: 2 | 3 | 4; id: string; children: Inline[] }
  | { type: "list"; ordered: boolean; start?: number | undefined; items: Block[][] }
  | { type: "quote"; children: Block[]; attribution?: Inline[] | undefined; url?: string | undefined }
  | { type: "pullQuote"; text: string }
  | { type: "figure"; image: Image }
  | { type: "gallery"; images: Image[] }
  | { type: "table"; caption?: Inline[] | undefined; head: Cell[][]; rows: Cell[][] }
  | { type: "code"; text: string; language?: string | undefined }
  | { type: "divider" }
  | {
      type: "embed";
      provider: string;
      url: string;
      title?: string | undefined;
      frame?: string | undefined;
      width?: number | undefined;
      height?: number | undefined;
    }
  | { type: "note"; id: string; children: Block[] }
  | { type: "correction"; date?: string | undefined; children: Inline[] }
  | { type: "unknown"; name: string; text: string };

const blocks = v.array(v.lazy(() => BlockSchema));
const span = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)));
const HttpsSchema = v.pipe(v.string(), v.regex(/^https:\/\//iu, "must be an https address"));

const CellSchema = v.object({
  children: InlinesSchema,
  align: v.optional(v.picklist(["start", "center", "end"])),
  heading: v.optional(v.boolean()),
  colSpan: span,
  rowSpan: span,
});

export const BlockSchema: v.GenericSchema<Block> = v.variant("type", [
  v.object({ type: v.literal("paragraph"), children: InlinesSchema }),
  v.object({ type: v.literal("heading"), level: v.picklist([2, 3, 4]), id: v.string(), children: InlinesSchema }),
  v.object({ type: v.literal("list"), ordered: v.boolean(), start: v.optional(v.number()), items: v.array(blocks) }),
  v.object({ type: v.literal("quote"), children: blocks, attribution: v.optional(InlinesSchema), url: v.optional(LinkUrlSchema) }),
  v.object({ type: v.literal("pullQuote"), text: v.string() }),
  v.object({ type: v.literal("figure"), image: ImageSchema }),
  v.object({ type: v.literal("gallery"), images: v.array(ImageSchema) }),
  v.object({
    type: v.literal("table"),
    caption: v.optional(InlinesSchema),
    head: v.array(v.array(CellSchema)),
    rows: v.array(v.array(CellSchema)),
  }),
  v.object({ type: v.literal("code"), text: v.string(), language: v.optional(v.string()) }),
  v.object({ type: v.literal("divider") }),
  v.object({
    type: v.literal("embed"),
    provider: v.string(),
    url: HttpsSchema,
    title: v.optional(v.string()),
    frame: v.optional(HttpsSchema),
    width: v.optional(v.number()),
    height: v.optional(v.number()),
  }),
  v.object({ type: v.literal("note"), id: v.string(), children: blocks }),
  v.object({ type: v.literal("correction"), date: v.optional(InstantSchema), children: InlinesSchema }),
  v.object({ type: v.literal("unknown"), name: v.string(), text: v.string() }),
]);
