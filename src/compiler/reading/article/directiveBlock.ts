import { type Block, BLOCKS, fieldsOf } from "#content/blocks/block.ts";
import { type ArticleContext, articleContext } from "./articleContext.ts";
import { readBlock } from "./readBlocks.ts";
import { RECORDING_FIELDS } from "./readRecording.ts";
import { isRecord } from "../../text/jsonRecord.ts";
import type { SourceContext, SourceFile } from "../source.ts";

/** A chart has a fence of its own, and a post its file. A custom block goes by its own name. */
const OTHERS = ["chart", "custom", "post", "unknown"];

/** The types of blocks that directives make, each with the fields that people write. */
export const DIRECTIVES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(BLOCKS)
    .filter(([type]) => !OTHERS.includes(type))
    .map(([type, { schema }]) => [type, type === "audio" || type === "video" ? RECORDING_FIELDS : namesOf(schema)]),
);

function namesOf(schema: unknown): string[] {
  return fieldsOf(schema)
    .map(({ name }) => name)
    .filter((name) => name !== "type");
}

/**
 * The block that a directive in a text stands for. Its fields are those of article JSON, and their texts are Markdown.
 * @param placeOf the place of a field, such as "items.0", in the file; "" is the directive itself
 */
export function directiveBlock(
  type: string,
  fields: unknown,
  placeOf: (field: string) => string,
  article: ArticleContext,
  file: SourceFile,
  context: SourceContext,
): Block[] {
  const { place, warn } = articleContext(file, context, { place: (path) => placeOf(path.slice(type.length + 1)) });
  return readBlock({ ...(isRecord(fields) && fields), type }, type, { ...article, place, warn });
}
