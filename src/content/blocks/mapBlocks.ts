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

/** How the parts of a body are changed. Parts without a function stay as they are. */
export type Changes = {
  /** Changes a block whose parts are already changed. */
  block?: (block: Block) => Block;
  /** Changes an inline whose children are already changed. */
  inline?: (inline: Inline) => Inline[];
  /** Changes a picture whose caption is already changed; undefined removes it. */
  image?: (image: Image) => Image | undefined;
  /** The blocks that replace a removed picture. */
  instead?: (image: Image) => Block[];
  /** Changes the address of a block's source; undefined removes it. */
  url?: (url: string) => string | undefined;
};

/** Blocks with their parts changed, at any depth. A block whose pictures are all removed is left out. */
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
 * @param held of type any: its schema says what a field holds
 * @param lost receives the removed pictures
 */
function changedField(schema: unknown, held: ReturnType<typeof Reflect.get>, changes: Changes, lost: Image[]): unknown {
  const mapped = (image: Image): Image[] => {
    const shown = mapImage(image, changes);
    if (!shown) lost.push(image);
    return shown ? [shown] : [];
  };
  switch (schema) {
    case InlinesSchema:
      return mapInlines(held, changes);
    case ImageSchema:
      return mapped(held)[0];
    case ImagesSchema: {
      const shown = held.flatMap(mapped);
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

/** Changes the caption of a picture, then the picture. */
export function mapImage(image: Image, changes: Changes): Image | undefined {
  const worded = image.caption && changes.inline ? { ...image, caption: mapInlines(image.caption, changes) } : image;
  return changes.image ? changes.image(worded) : worded;
}

/** Changes inlines, innermost first. */
export function mapInlines(inlines: Inline[], { inline: change }: Changes): Inline[] {
  if (!change) return inlines;
  return inlines.flatMap((inline) =>
    change("children" in inline ? { ...inline, children: mapInlines(inline.children, { inline: change }) } : inline),
  );
}
