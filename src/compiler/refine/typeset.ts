import type { Block } from "#content/block.ts";
import { mapBlocks } from "#content/mapBlocks.ts";
import { calloutTitle } from "./calloutTitle.ts";
import { codeColors } from "./codeColors.ts";

/**
 * Blocks as readers get them: each callout of a kind has a title, and code of a known language its colours.
 * @param inLanguage of the story
 * @param whenSet told of each block that was changed
 */
export function typeset(blocks: Block[], inLanguage: string, whenSet: () => void = () => {}): Block[] {
  return mapBlocks(blocks, {
    block: (block) => {
      const set = typesetBlock(block, inLanguage);
      if (set !== block) whenSet();
      return set;
    },
  });
}

function typesetBlock(block: Block, inLanguage: string): Block {
  if (block.type === "callout" && !block.title && block.kind) return { ...block, title: calloutTitle(block.kind, inLanguage) };
  if (block.type === "code" && block.language !== undefined) {
    const colors = codeColors(block.text, block.language);
    return colors ? { ...block, colors } : block;
  }
  return block;
}
