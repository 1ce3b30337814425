import * as v from "valibot";
import {
  type Block,
  BLOCKS,
  BlockSchema,
  BlocksSchema,
  type BlockType,
  DefinitionsSchema,
  fieldsOf,
  itemOf,
  ItemsSchema,
  RowsSchema,
} from "#content/blocks/block.ts";
import { InlinesSchema, LinkUrlSchema, TextSchema } from "#content/blocks/inline.ts";
import { ImageSchema } from "#content/image.ts";
import { InstantSchema } from "#content/instant.ts";
import { reason } from "#content/parse.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import { cleanText } from "../../text/cleanText.ts";
import { embedOf } from "../../body/embeds.ts";
import { pictureWords } from "../../body/pictureBlock.ts";
import { safeUrl } from "../../body/safeUrl.ts";
import { nearestName } from "../../text/nearestName.ts";
import { type ArticleContext, htmlIn } from "./articleContext.ts";
import { readImage, type ReadImage } from "./readImage.ts";
import { chartSource } from "./chartSource.ts";
import { completeFormula, joined, readInlines } from "./readInlines.ts";
import { completeQuiz } from "./readQuiz.ts";
import { readDate, readPost } from "./readPost.ts";
import { RECORDING_FIELDS, readRecording } from "./readRecording.ts";
import { reportKeys } from "./reportUnknown.ts";
import { listed, isMissing, isRecord, type Raw, scalarText, wordsIn } from "../../text/jsonRecord.ts";

const DEEPEST = 40;

/**
 * The blocks of a body. One that breaks the contract becomes `unknown` with its
 * words and is reported with the path of the field at fault; the rest is kept.
 */
export function readBlocks(value: unknown, path: string, context: ArticleContext, depth = 0): Block[] {
  if (isMissing(value)) return [];
  if (!Array.isArray(value)) return readBlocks([value], path, context, depth);
  return value.flatMap((item: unknown, index) => readBlock(item, `${path}.${index}`, context, depth));
}

/** One block, or a text in its place. @param path of it in the file, for problems */
export function readBlock(value: unknown, path: string, context: ArticleContext, depth = 0): Block[] {
  if (typeof value === "string") return isMissing(value) ? [] : [{ type: "paragraph", children: context.words(value) }];
  if (!isRecord(value) || depth > DEEPEST) return unknown(value, path, `${path} is not a block`, context);
  const html = htmlIn(value, context);
  if (html) return html;
  const custom = customBlock(value, path, context, depth);
  if (custom) return custom;
  if (typeof value["type"] === "string" && !isType(value["type"])) return unknownType(value, value["type"], path, context);
  if (value["type"] === "audio" || value["type"] === "video") {
    reportKeys(value, path, RECORDING_FIELDS, context);
    return readRecording(value, value["type"], path, context);
  }
  if (value["type"] === "chart" && "data" in value && context.body.chart)
    return context.body.chart(chartSource(value), context.place(path));
  if (value["type"] === "post" && depth === 0) return readPost(value, path, context, (post, own) => normal(post, path, own, depth));
  if (value["type"] === "post") {
    context.warn(path, `${path} is a post inside another block; the post was left out.`);
    return [];
  }
  reportKeys(value, path, keysOf(value["type"]), context);
  if (value["type"] === "figure") return readFigure(value, path, context);
  if (value["type"] === "gallery") return readGallery(value, path, context);
  const whole = value["type"] === "quiz" ? completeQuiz(value, path, context) : value;
  if (!whole) return [];
  const result = v.safeParse(BlockSchema, normal(whole, path, context, depth));
  if (result.success) return [result.output];
  const [issue] = result.issues;
  const place = joined(path, issue);
  return unknown(value, place, `${place} ${reason(issue)}`, context);
}

function unknownType(value: Raw, type: string, path: string, context: ArticleContext): Block[] {
  const own = context.body.custom?.names ?? [];
  const nearest = nearestName(type, [...own, ...Object.keys(BLOCKS)]);
  return unknown(value, `${path}.type`, `"${type}" is not a type of block`, context, nearest, TYPES);
}

/** A custom block, as people write it or as the contract has it. The paper that reads it decides what it does in a browser. */
function customBlock(value: Raw, path: string, context: ArticleContext, depth: number): Block[] | undefined {
  const { custom } = context.body;
  const isOfContract = value["type"] === "custom";
  const name = isOfContract ? value["name"] : value["type"];
  if (typeof name === "string" && custom?.names.includes(name)) {
    const { type: _, ...given } = value;
    const within = isOfContract ? `${path}.fields` : path;
    const fields = isOfContract ? value["fields"] : given;
    return custom.read(name, fields, (field) => context.place(field === "" ? path : `${within}.${field}`));
  }
  if (!isOfContract) return undefined;
  context.warn(`${path}.name`, `There is no block "${scalarText(name)}" in this paper; its text was kept.`, "warning", undefined);
  return readBlocks(value["children"], `${path}.children`, context, depth + 1);
}

function unknown(value: unknown, place: string, why: string, context: ArticleContext, nearest?: string, remedy?: string): Block[] {
  const text = isRecord(value) && isGame(value["type"]) ? "" : cleanText(wordsIn(value));
  context.warn(
    place,
    `${why}; the block was ${text === "" ? "left out, since it holds no words" : "kept as plain text"}.`,
    "warning",
    remedy,
    nearest,
  );
  return text === "" ? [] : [{ type: "unknown", name: isRecord(value) ? scalarText(value["type"]) || "block" : typeof value, text }];
}

/** The words of a game that cannot be played would give away its solutions. */
export const isGame = (type: unknown): boolean => type === "quiz";

const isType = (type: unknown): type is BlockType => typeof type === "string" && Object.hasOwn(BLOCKS, type);

const TYPES = `Known types are ${Object.keys(BLOCKS).join(", ")}.`;

/** The fields of each block type besides `type`. */
const keysOf = (type: unknown): string[] => (isType(type) ? Object.keys(BLOCKS[type].schema.entries).filter((key) => key !== "type") : []);

/** A JSON block in the contract's form, with its contents read; the schema validates it afterwards. */
function normal(given: Raw, path: string, context: ArticleContext, depth: number): Raw {
  const { type } = given;
  if (!isType(type)) return given;
  if (type === "heading") return readHeading(given, path, context);
  const raw = completed(type, given, path, context);
  return readFields(BLOCKS[type].schema, raw, path, context, depth);
}

function readFields(schema: unknown, raw: Raw, path: string, context: ArticleContext, depth: number): Raw {
  const fields = fieldsOf(schema)
    .filter(({ name }) => Object.hasOwn(raw, name))
    .map((field): [string, unknown] => [field.name, readField(field.schema, raw[field.name], `${path}.${field.name}`, context, depth)]);
  return { ...raw, ...Object.fromEntries(fields) };
}

/** Adds fields that can be inferred, and converts those that are written in another form. */
function completed(type: BlockType, raw: Raw, path: string, context: ArticleContext): Raw {
  if (type === "formula") return { ...raw, ...completeFormula(raw, path, context, true) };
  if (type === "list") return { ...raw, ordered: raw["ordered"] ?? false };
  if (type === "table") return { ...raw, head: raw["head"] ?? [] };
  if (type === "note" && typeof raw["id"] === "number") return { ...raw, id: String(raw["id"]) };
  return type === "embed" ? readEmbed(raw, path, context) : raw;
}

function readHeading(raw: Raw, path: string, context: ArticleContext): Raw {
  const children = readInlines(raw["children"], `${path}.children`, context);
  const given = typeof raw["id"] === "string" ? raw["id"] : undefined;
  return { ...raw, children, id: context.headingId(inlineText(children), given) };
}

function readField(schema: unknown, value: unknown, path: string, context: ArticleContext, depth: number): unknown {
  switch (schema) {
    case InlinesSchema:
      return isMissing(value) ? value : readInlines(value, path, context);
    case BlocksSchema:
      return value === undefined ? value : readBlocks(value, path, context, depth + 1);
    case ItemsSchema: {
      const read = (item: unknown, index: number) => readBlocks(item, `${path}.${index}`, context, depth + 1);
      return Array.isArray(value) ? value.map(read).filter((item) => item.length > 0) : value;
    }
    case DefinitionsSchema:
      return readDefinitions(value, path, context, depth);
    case RowsSchema:
      return readRows(value, path, context);
    case InstantSchema:
      return readDate(value, path, context);
    case LinkUrlSchema:
      return readLink(value, path, context);
    case TextSchema:
      return typeof value === "string" ? cleanText(value) : value;
    case ImageSchema:
      return readImage(value, path, context)?.image;
  }
  const item = itemOf(schema);
  if (item !== undefined && Array.isArray(value))
    return value.map((each: unknown, index) => readField(item, each, `${path}.${index}`, context, depth));
  return isRecord(value) ? readFields(schema, value, path, context, depth) : value;
}

/** A single term or definition stands for a list of one. */
function readDefinitions(value: unknown, path: string, context: ArticleContext, depth: number): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((entry: unknown, at) => {
    if (!isRecord(entry)) return entry;
    const each = (field: string, read: (item: unknown, place: string) => unknown): unknown[] =>
      listed(entry[field]).map((item, index) => read(item, `${path}.${at}.${field}.${index}`));
    return {
      ...entry,
      terms: each("terms", (item, place) => readInlines(item, place, context)),
      definitions: each("definitions", (item, place) => readBlocks(item, place, context, depth + 1)),
    };
  });
}

function readRows(rows: unknown, path: string, context: ArticleContext): unknown {
  if (!Array.isArray(rows)) return rows;
  return rows.map((row: unknown, at) =>
    Array.isArray(row) ? row.map((cell: unknown, column) => readCell(cell, `${path}.${at}.${column}`, context)) : row,
  );
}

function readCell(cell: unknown, path: string, context: ArticleContext): unknown {
  if (typeof cell === "string" || typeof cell === "number") return { children: context.words(String(cell)) };
  return isRecord(cell) ? { ...cell, children: readInlines(cell["children"], `${path}.children`, context) } : cell;
}

/** A frame comes only from the list of known services: it is code that the reader's browser runs. */
function readEmbed(raw: Raw, path: string, context: ArticleContext): Raw {
  const { frame: given, ...rest } = raw;
  const known = [raw["url"], given].map((address) => (typeof address === "string" ? embedOf(address) : undefined)).find(Boolean);
  if (!known && given !== undefined) context.warn(`${path}.frame`, `${path}.frame is not from a known service; a link is shown instead.`);
  return { ...rest, ...(known?.frame !== undefined && { frame: known.frame }), provider: raw["provider"] ?? known?.provider };
}

function readLink(value: unknown, path: string, context: ArticleContext): string | undefined {
  if (isMissing(value)) return undefined;
  const url = typeof value === "string" ? safeUrl(value, context.body.link) : undefined;
  if (url === undefined) context.warn(path, `${path} is not an address that readers may be sent to; it was left out.`);
  return url;
}

function readFigure(raw: Raw, path: string, context: ArticleContext): Block[] {
  const read = readImage(raw["image"], `${path}.image`, context);
  if (read?.image) return [{ type: "figure", image: read.image }];
  return read ? wordsInstead(read, context) : unknown(raw, `${path}.image`, `${path}.image names no picture`, context);
}

function readGallery(raw: Raw, path: string, context: ArticleContext): Block[] {
  if (!Array.isArray(raw["images"]) || raw["images"].length === 0)
    return unknown(raw, `${path}.images`, `${path}.images is not a list of pictures`, context);
  const all: unknown[] = raw["images"];
  const read = all.flatMap((image: unknown, index) => readImage(image, `${path}.images.${index}`, context) ?? []);
  const images = read.flatMap(({ image }) => image ?? []);
  const gallery: Block[] = images.length === 0 ? [] : [{ type: "gallery", images }];
  return [...gallery, ...read.filter(({ image }) => image === undefined).flatMap((lost) => wordsInstead(lost, context))];
}

const wordsInstead = ({ reference, alt, caption }: ReadImage, context: ArticleContext): Block[] =>
  pictureWords(safeUrl(reference, context.body.link), alt, caption);
