import * as v from "valibot";
import { type Drawn, DrawnSchema } from "./drawn.ts";
import { type Image, ImageSchema } from "../image.ts";
import { type Formula, type Inline, InlinesSchema, LinkUrlSchema, TextSchema } from "./inline.ts";
import { InstantSchema } from "../instant.ts";
import { MathMlSchema } from "./mathMl.ts";
import { FilmSchema, type Film, RecordingSchema, type Recording } from "../recording.ts";

/** One cell of a table. `heading` marks the cell that names its row. */
export type Cell = {
  children: Inline[];
  align?: "start" | "center" | "end" | undefined;
  heading?: boolean | undefined;
  colSpan?: number | undefined;
  rowSpan?: number | undefined;
};

/** What a list of definitions says of one thing, or of several at once. */
export type Definition = { terms: Inline[][]; definitions: Block[][] };

/** What a callout is for, from the least to the most pressing: the kinds that GitHub has. */
export const CALLOUTS = ["note", "tip", "important", "warning", "caution"] as const;

export type CalloutKind = (typeof CALLOUTS)[number];

/** The colours of a listing: by what a word is, as few as can be told apart. */
export const CODE_COLORS = ["keyword", "string", "number", "title", "type", "comment"] as const;

export type CodeColor = (typeof CODE_COLORS)[number];

/** A run of a listing: how many characters, and their colour. */
export type Colored = { length: number; color?: CodeColor | undefined };

/** Who wrote a post; with a slug, if that is somebody who has a page. */
export type PostAuthor = { name: string; slug?: string | undefined };

/** A body is a list of these. An element the model does not know becomes `unknown` and keeps its text. */
export type Block =
  | { type: "paragraph"; children: Inline[] }
  | { type: "heading"; level: 2 | 3 | 4; id: string; children: Inline[] }
  | { type: "list"; ordered: boolean; start?: number | undefined; items: Block[][] }
  | { type: "quote"; children: Block[]; attribution?: Inline[] | undefined; url?: string | undefined }
  | { type: "pullQuote"; text: string }
  | { type: "figure"; image: Image }
  | { type: "gallery"; images: Image[] }
  | { type: "definitions"; entries: Definition[] }
  | { type: "details"; summary: Inline[]; open?: boolean | undefined; children: Block[] }
  | { type: "callout"; kind?: CalloutKind | undefined; title?: Inline[] | undefined; children: Block[] }
  | { type: "table"; caption?: Inline[] | undefined; head: Cell[][]; rows: Cell[][] }
  | { type: "code"; text: string; language?: string | undefined; numbered?: boolean | undefined; colors?: Colored[] | undefined }
  | ({ type: "formula" } & Formula)
  | {
      type: "chart";
      title?: Inline[] | undefined;
      alt: string;
      note?: Inline[] | undefined;
      source?: Inline[] | undefined;
      head: Cell[][];
      rows: Cell[][];
      series: string[];
      /** Of a map: its classes of values, the lowest first, and what areas without a value are called, if it has some. */
      classes?: string[] | undefined;
      missing?: string | undefined;
      wide: Drawn;
      /** For a column as narrow as on a phone; a map has no words in it, and is the same in any width. */
      narrow?: Drawn | undefined;
    }
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
  | ({ type: "audio" } & Recording)
  | ({ type: "video" } & Film)
  | { type: "note"; id: string; children: Block[] }
  | { type: "correction"; date?: string | undefined; children: Inline[] }
  | {
      /** What a live blog tells at a moment; it stands in no other block. */
      type: "post";
      /** The same for good: the last part of its address. */
      id: string;
      date: string;
      headline?: string | undefined;
      authors?: PostAuthor[] | undefined;
      /** Whether it stands among the key events. */
      key?: boolean | undefined;
      /** Whether it stays above the others. */
      pinned?: boolean | undefined;
      children: Block[];
    }
  | {
      type: "custom";
      /** What the paper calls this kind of block. */
      name: string;
      /** The same as long as the fields are. */
      id: string;
      /** As the paper's schema has made them; JSON. */
      fields: unknown;
      /** The script of its component, below the site's base; without one it is what `children` say. */
      script?: string | undefined;
      /** What it says in words. */
      children: Block[];
    }
  | { type: "unknown"; name: string; text: string };

export type BlockType = Block["type"];

/** A block of one type. */
export type BlockOf<Type extends BlockType> = Extract<Block, { type: Type }>;

/** The schema of a field, or of an optional field. */
export const unwrapped = (schema: v.GenericSchema): unknown => ("wrapped" in schema ? schema.wrapped : schema);

const span = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)));
const HttpsSchema = v.pipe(v.string(), v.regex(/^https:\/\//iu, "must be an https address"));

const CellSchema = v.object({
  children: InlinesSchema,
  align: v.optional(v.picklist(["start", "center", "end"])),
  heading: v.optional(v.boolean()),
  colSpan: span,
  rowSpan: span,
});

/** Names that the table of a chart has too. */
export const NamesSchema = v.array(v.string());

/** Names that the authors of the story have too. */
export const PostAuthorsSchema = v.array(v.object({ name: v.string(), slug: v.optional(v.string()) }));

/** Runs that make up a text. */
export const ColorsSchema = v.array(v.object({ length: v.number(), color: v.optional(v.picklist(CODE_COLORS)) }));

export const RowsSchema = v.array(v.array(CellSchema));
export const ImagesSchema = v.array(ImageSchema);
export const BlocksSchema: v.GenericSchema<Block[]> = v.array(v.lazy(() => BlockSchema));
export const ItemsSchema = v.array(BlocksSchema);
export const DefinitionsSchema = v.array(v.object({ terms: v.array(InlinesSchema), definitions: ItemsSchema }));

/** Words of a block are the story's and read aloud, or only shown; they stand beside it, like a caption; or they repeat it. */
type Words = "spoken" | "shown" | "aside" | "repeated";

/**
 * What is to be known of each type of block but how it is drawn. Its fields
 * stand in the order of reading. Every walk over a body goes by their schemas:
 * those above, and those of inlines, images and links.
 */
export const BLOCKS = {
  paragraph: { words: "spoken", schema: v.object({ type: v.literal("paragraph"), children: InlinesSchema }) },
  heading: {
    words: "spoken",
    schema: v.object({ type: v.literal("heading"), level: v.picklist([2, 3, 4]), id: v.string(), children: InlinesSchema }),
  },
  list: {
    words: "spoken",
    schema: v.object({ type: v.literal("list"), ordered: v.boolean(), start: v.optional(v.number()), items: ItemsSchema }),
  },
  quote: {
    words: "spoken",
    schema: v.object({
      type: v.literal("quote"),
      children: BlocksSchema,
      attribution: v.optional(InlinesSchema),
      url: v.optional(LinkUrlSchema),
    }),
  },
  pullQuote: { words: "repeated", schema: v.object({ type: v.literal("pullQuote"), text: TextSchema }) },
  figure: { words: "aside", schema: v.object({ type: v.literal("figure"), image: ImageSchema }) },
  gallery: { words: "aside", schema: v.object({ type: v.literal("gallery"), images: ImagesSchema }) },
  definitions: { words: "spoken", schema: v.object({ type: v.literal("definitions"), entries: DefinitionsSchema }) },
  details: {
    words: "spoken",
    schema: v.object({
      type: v.literal("details"),
      summary: InlinesSchema,
      open: v.optional(v.boolean()),
      children: BlocksSchema,
    }),
  },
  callout: {
    words: "spoken",
    schema: v.object({
      type: v.literal("callout"),
      kind: v.optional(v.picklist(CALLOUTS)),
      title: v.optional(InlinesSchema),
      children: BlocksSchema,
    }),
  },
  table: {
    words: "shown",
    schema: v.object({ type: v.literal("table"), caption: v.optional(InlinesSchema), head: RowsSchema, rows: RowsSchema }),
  },
  code: {
    words: "shown",
    schema: v.object({
      type: v.literal("code"),
      text: TextSchema,
      language: v.optional(v.string()),
      numbered: v.optional(v.boolean()),
      colors: v.optional(ColorsSchema),
    }),
  },
  chart: {
    words: "shown",
    schema: v.object({
      type: v.literal("chart"),
      title: v.optional(InlinesSchema),
      alt: TextSchema,
      note: v.optional(InlinesSchema),
      source: v.optional(InlinesSchema),
      head: RowsSchema,
      rows: RowsSchema,
      series: NamesSchema,
      classes: v.optional(NamesSchema),
      missing: v.optional(v.string()),
      wide: DrawnSchema,
      narrow: v.optional(DrawnSchema),
    }),
  },
  formula: {
    words: "spoken",
    schema: v.object({ type: v.literal("formula"), tex: v.optional(v.string()), text: TextSchema, mathml: MathMlSchema }),
  },
  divider: { words: "shown", schema: v.object({ type: v.literal("divider") }) },
  embed: {
    words: "aside",
    schema: v.object({
      type: v.literal("embed"),
      provider: v.string(),
      url: HttpsSchema,
      title: v.optional(TextSchema),
      frame: v.optional(HttpsSchema),
      width: v.optional(v.number()),
      height: v.optional(v.number()),
    }),
  },
  audio: { words: "aside", schema: v.object({ type: v.literal("audio"), ...RecordingSchema.entries }) },
  video: { words: "aside", schema: v.object({ type: v.literal("video"), ...FilmSchema.entries }) },
  note: { words: "shown", schema: v.object({ type: v.literal("note"), id: v.string(), children: BlocksSchema }) },
  correction: {
    words: "spoken",
    schema: v.object({ type: v.literal("correction"), date: v.optional(InstantSchema), children: InlinesSchema }),
  },
  post: {
    words: "spoken",
    schema: v.object({
      type: v.literal("post"),
      id: v.pipe(v.string(), v.nonEmpty()),
      date: InstantSchema,
      headline: v.optional(TextSchema),
      authors: v.optional(PostAuthorsSchema),
      key: v.optional(v.boolean()),
      pinned: v.optional(v.boolean()),
      children: BlocksSchema,
    }),
  },
  custom: {
    words: "spoken",
    schema: v.object({
      type: v.literal("custom"),
      name: v.string(),
      id: v.string(),
      fields: v.unknown(),
      script: v.optional(v.string()),
      children: BlocksSchema,
    }),
  },
  unknown: { words: "spoken", schema: v.object({ type: v.literal("unknown"), name: v.string(), text: TextSchema }) },
} satisfies { [Type in BlockType]: { words: Words; schema: v.GenericSchema<BlockOf<Type>> } };

export const BlockSchema: v.GenericSchema<Block> = v.variant(
  "type",
  Object.values(BLOCKS).map(({ schema }) => schema),
);
