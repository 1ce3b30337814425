import { type Block, BLOCKS, BlocksSchema, type Cell, fieldsOf, itemOf, RowsSchema } from "./block.ts";
import { type Image, ImageSchema } from "../image.ts";
import { type Inline, InlinesSchema, TextSchema } from "./inline.ts";
import { type Chapter, ChaptersSchema, type Cue, TranscriptSchema } from "../recording.ts";

/** Maps each part of a block: a line of text, a picture, the blocks in it. */
type Make<Made> = { line: (inlines: Inline[]) => Made; image: (image: Image) => Made; blocks: (blocks: Block[]) => Made };

/** Maps the parts of a block in reading order. A row of a table is a line. */
export const eachPart = <Made>(block: Block, make: Make<Made>): Made[] => partsIn(BLOCKS[block.type].schema, block, make);

/** @param held of type any: its schema says what it is */
function partsIn<Made>(schema: unknown, held: ReturnType<typeof Reflect.get>, make: Make<Made>): Made[] {
  const { line, image, blocks } = make;
  switch (schema) {
    case InlinesSchema:
      return [line(held)];
    case TextSchema:
      return [line([{ type: "text", text: held }])];
    case ChaptersSchema:
      return held.map(({ title }: Chapter) => line([{ type: "text", text: title }]));
    case TranscriptSchema:
      return [line([{ type: "text", text: held.map(({ text }: Cue) => text).join(" ") }])];
    case ImageSchema:
      return [image(held)];
    case BlocksSchema:
      return [blocks(held)];
    case RowsSchema:
      return held.map((cells: Cell[]) => line(cells.flatMap(({ children }, place) => (place === 0 ? children : [SPACE, ...children]))));
  }
  const item = itemOf(schema);
  if (item !== undefined) return held.flatMap((each: unknown) => partsIn(item, each, make));
  return fieldsOf(schema).flatMap((field) => (held[field.name] === undefined ? [] : partsIn(field.schema, held[field.name], make)));
}

const SPACE: Inline = { type: "text", text: " " };

/** Called for the parts of a body: for a block before its contents, and for an inline before its children, unless it returns false. */
export type Visitor = { block?: (block: Block) => void; image?: (image: Image) => void; inline?: (inline: Inline) => boolean | void };

type Visited = { image?: Image | undefined; body: Block[]; corrections: { children: Inline[] }[] };

/** Visits a story in reading order: its lead picture, its text, its corrections. */
export function visitArticle({ image, body, corrections }: Visited, visitor: Visitor): void {
  if (image) visitImage(image, visitor);
  visitBlocks(body, visitor);
  for (const { children } of corrections) visitInlines(children, visitor);
}

/** Visits a body in reading order. */
export function visitBlocks(blocks: Block[], visitor: Visitor): void {
  for (const block of blocks) {
    visitor.block?.(block);
    eachPart(block, {
      line: (inlines) => visitInlines(inlines, visitor),
      image: (image) => visitImage(image, visitor),
      blocks: (inner) => visitBlocks(inner, visitor),
    });
  }
}

function visitImage(image: Image, visitor: Visitor): void {
  visitor.image?.(image);
  visitInlines(image.caption ?? [], visitor);
}

function visitInlines(inlines: Inline[], visitor: Visitor): void {
  for (const inline of inlines) if (visitor.inline?.(inline) !== false && "children" in inline) visitInlines(inline.children, visitor);
}

/** Whether there is a link among these inlines, at any depth. */
export function hasLink(inlines: Inline[]): boolean {
  return inlines.some((inline) => inline.type === "link" || ("children" in inline && hasLink(inline.children)));
}
