import * as v from "valibot";
import { type Drawn, DrawnSchema } from "./drawn.ts";
import { type Quiz, QuizSchema } from "./games.ts";
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

/** An entry of a definition list: one term or several, and their definitions. */
export type Definition = { terms: Inline[][]; definitions: Block[][] };

/** The kinds of callouts, from the least to the most urgent: those of GitHub. */
export const CALLOUTS = ["note", "tip", "important", "warning", "caution"] as const;

export type CalloutKind = (typeof CALLOUTS)[number];

/** The token kinds that a listing colours: few enough for their colours to be told apart. */
export const CODE_COLORS = ["keyword", "string", "number", "title", "type", "comment"] as const;

export type CodeColor = (typeof CODE_COLORS)[number];

/** A run of a listing: its length in characters, and its colour. */
export type Colored = { length: number; color?: CodeColor | undefined };

/** The author of a post; with a slug if the author has a page. */
export type PostAuthor = { name: string; slug?: string | undefined };

/** A body is a list of blocks. An element that the model does not have becomes `unknown` and keeps its text. */
export type Block =
  | { type: "paragraph"; children: Inline[]; ofPicture?: true | undefined }
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
      /** For a map: its classes of values, lowest first, and the label of areas without a value, if there are any. */
      classes?: string[] | undefined;
      missing?: string | undefined;
      wide: Drawn;
      /** For a column as narrow as a phone's. A map has none: it contains no text, and is the same at any width. */
      narrow?: Drawn | undefined;
    }
  | ({ type: "quiz" } & Quiz)
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
      /** A post of a live blog; never nested in another block. */
      type: "post";
      /** Permanent: the last part of its address. */
      id: string;
      date: string;
      headline?: string | undefined;
      authors?: PostAuthor[] | undefined;
      /** Whether it is listed among the key events. */
      key?: boolean | undefined;
      /** Whether it stays above the others. */
      pinned?: boolean | undefined;
      children: Block[];
    }
  | {
      type: "custom";
      /** The paper's name for this kind of block. */
      name: string;
      /** Stays the same as long as the fields do. */
      id: string;
      /** The output of the paper's schema; JSON. */
      fields: unknown;
      /** The script of its component, below the site's base; without one, `children` are shown. */
      script?: string | undefined;
      /** Its content as text. */
      children: Block[];
    }
  | { type: "unknown"; name: string; text: string };

export type BlockType = Block["type"];

/** A block of one type. */
export type BlockOf<Type extends BlockType> = Extract<Block, { type: Type }>;

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** The schema of the items of a list; undefined for the schema of anything else. */
export const itemOf = (schema: unknown): unknown => (isObject(schema) && "item" in schema ? schema.item : undefined);

/** The fields of an object in reading order, each with its schema; none for the schema of anything else. */
export const fieldsOf = (schema: unknown): { name: string; schema: unknown; isRequired: boolean }[] =>
  isObject(schema) && "entries" in schema && isObject(schema.entries)
    ? Object.entries(schema.entries).map(([name, field]: [string, unknown]) =>
        isObject(field) && "wrapped" in field
          ? { name, schema: field.wrapped, isRequired: false }
          : { name, schema: field, isRequired: true },
      )
    : [];

const span = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)));
const HttpsSchema = v.pipe(v.string(), v.regex(/^https:\/\//iu, "must be an https address"));

const CellSchema = v.object({
  children: InlinesSchema,
  align: v.optional(v.picklist(["start", "center", "end"])),
  heading: v.optional(v.boolean()),
  colSpan: span,
  rowSpan: span,
});

/** Names that also occur in the chart's table. */
export const NamesSchema = v.array(v.string());

/** Names of post authors, which are not part of the text. */
export const PostAuthorsSchema = v.array(v.object({ name: v.string(), slug: v.optional(v.string()) }));

/** Runs that make up a text. */
export const ColorsSchema = v.array(v.object({ length: v.number(), color: v.optional(v.picklist(CODE_COLORS)) }));

export const RowsSchema = v.array(v.array(CellSchema));
export const BlocksSchema: v.GenericSchema<Block[]> = v.array(v.lazy(() => BlockSchema));
export const ItemsSchema = v.array(BlocksSchema);
export const DefinitionsSchema = v.array(v.object({ terms: v.array(InlinesSchema), definitions: ItemsSchema }));

/** What a block's words are: text of the story that is read aloud, or only shown; beside it, like a caption; or a repetition of it. */
type Words = "spoken" | "shown" | "aside" | "repeated";

/**
 * Everything about each type of block except how it is rendered. Fields are in
 * reading order. Every traversal of a body finds texts, pictures, links and
 * blocks in them by their schemas, in lists and objects too.
 */
export const BLOCKS = {
  // `ofPicture` is set for the words of a picture that cannot be shown: nobody wrote them as a paragraph.
  paragraph: {
    words: "spoken",
    schema: v.object({ type: v.literal("paragraph"), children: InlinesSchema, ofPicture: v.optional(v.literal(true)) }),
  },
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
  gallery: { words: "aside", schema: v.object({ type: v.literal("gallery"), images: v.array(ImageSchema) }) },
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
  quiz: { words: "shown", schema: v.object({ type: v.literal("quiz"), ...QuizSchema.entries }) },
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
