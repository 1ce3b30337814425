import { type Block, BLOCKS, BlocksSchema, fieldsOf, itemOf } from "./block.ts";
import { type Image, ImageSchema } from "../image.ts";
import { type Inline, InlinesSchema, LinkUrlSchema } from "./inline.ts";

/** How the parts of a body are changed. Parts without a function stay as they are. */
export type Changes = {
  /** Changes a block whose parts are already changed; undefined removes it. */
  block?: (block: Block) => Block | undefined;
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
    const whole: Block | undefined = changed(BLOCKS[block.type].schema, block, changes, lost);
    const instead = lost.flatMap((image) => changes.instead?.(image) ?? []);
    const made = whole && changes.block ? changes.block(whole) : whole;
    return made ? [made, ...instead] : instead;
  });
}

/**
 * A part of a block, changed; undefined if it is removed, or if a field that it cannot do without is.
 * @param held of type any: its schema says what it is
 * @param lost receives the removed pictures
 */
function changed(schema: unknown, held: Held, changes: Changes, lost: Image[]): Held {
  switch (schema) {
    case InlinesSchema:
      return mapInlines(held, changes);
    case ImageSchema: {
      const shown = mapImage(held, changes);
      if (!shown) lost.push(held);
      return shown;
    }
    case BlocksSchema:
      return mapBlocks(held, changes);
    case LinkUrlSchema:
      return changes.url ? changes.url(held) : held;
  }
  const item = itemOf(schema);
  if (item !== undefined) {
    const all = held.map((each: Held) => changed(item, each, changes, lost));
    const left = all.filter((each: unknown) => each !== undefined);
    return left.length === 0 && all.length > 0 ? undefined : left;
  }
  const fields = fieldsOf(schema).filter(({ name }) => held[name] !== undefined);
  if (fields.length === 0) return held;
  const parts = fields.map((field) => ({ ...field, part: changed(field.schema, held[field.name], changes, lost) }));
  if (parts.some(({ part, isRequired }) => part === undefined && isRequired)) return undefined;
  return { ...held, ...Object.fromEntries(parts.map(({ name, part }) => [name, part])) };
}

type Held = ReturnType<typeof Reflect.get>;

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
