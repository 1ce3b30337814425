import {
  type Block,
  BLOCKS,
  BlocksSchema,
  type Cell,
  type Definition,
  DefinitionsSchema,
  ImagesSchema,
  ItemsSchema,
  RowsSchema,
  unwrapped,
} from "./block.ts";
import { type Image, ImageSchema } from "../image.ts";
import { type Inline, InlinesSchema, LinkUrlSchema } from "./inline.ts";

/** What becomes of the parts of a body. What is not named stays as it is. */
export type Changes = {
  /** A block whose parts are changed already. */
  block?: (block: Block) => Block;
  /** An inline in which the others are changed already. */
  inline?: (inline: Inline) => Inline[];
  /** A picture whose caption is changed already; undefined where it is not shown. */
  image?: (image: Image) => Image | undefined;
  /** What stands for a picture that is not shown. */
  instead?: (image: Image) => Block[];
  /** An address that a block says it comes from; undefined where it leads nowhere. */
  url?: (url: string) => string | undefined;
};

/** Blocks with their parts changed, wherever in them they stand. One whose pictures are all gone is left out. */
export function mapBlocks(blocks: Block[], changes: Changes): Block[] {
  return blocks.flatMap((block): Block[] => {
    const lost: Image[] = [];
    const changed: { [field: string]: unknown } = {};
    let isGone = false;
    for (const [name, schema] of Object.entries(BLOCKS[block.type].schema.entries)) {
      const held = Reflect.get(block, name);
      if (held === undefined) continue;
      changed[name] = changedField(unwrapped(schema), held, changes, lost);
      isGone ||= changed[name] === undefined && !("wrapped" in schema);
    }
    const instead = lost.flatMap((image) => changes.instead?.(image) ?? []);
    const whole = { ...block, ...changed };
    return isGone ? instead : [changes.block ? changes.block(whole) : whole, ...instead];
  });
}

/**
 * @param held of any type here: what a field holds is what its schema says
 * @param lost takes the pictures that are not shown
 */
function changedField(schema: unknown, held: ReturnType<typeof Reflect.get>, changes: Changes, lost: Image[]): unknown {
  const image = (each: Image): Image[] => {
    const shown = mapImage(each, changes);
    if (!shown) lost.push(each);
    return shown ? [shown] : [];
  };
  switch (schema) {
    case InlinesSchema:
      return mapInlines(held, changes);
    case ImageSchema:
      return image(held)[0];
    case ImagesSchema: {
      const shown = held.flatMap(image);
      return shown.length === 0 ? undefined : shown;
    }
    case BlocksSchema:
      return mapBlocks(held, changes);
    case ItemsSchema:
      return held.map((item: Block[]) => mapBlocks(item, changes));
    case DefinitionsSchema:
      return held.map(({ terms, definitions }: Definition) => ({
        terms: terms.map((term) => mapInlines(term, changes)),
        definitions: definitions.map((each) => mapBlocks(each, changes)),
      }));
    case RowsSchema:
      return held.map((row: Cell[]) => row.map((cell) => ({ ...cell, children: mapInlines(cell.children, changes) })));
    case LinkUrlSchema:
      return changes.url ? changes.url(held) : held;
  }
  return held;
}

/** A picture with its caption changed, and then itself. */
export function mapImage(image: Image, changes: Changes): Image | undefined {
  const worded = image.caption && changes.inline ? { ...image, caption: mapInlines(image.caption, changes) } : image;
  return changes.image ? changes.image(worded) : worded;
}

/** Inlines changed, the inner ones first. */
export function mapInlines(inlines: Inline[], { inline: change }: Changes): Inline[] {
  if (!change) return inlines;
  return inlines.flatMap((inline) =>
    change("children" in inline ? { ...inline, children: mapInlines(inline.children, { inline: change }) } : inline),
  );
}
