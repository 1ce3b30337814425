import type { Block } from "#content/blocks/block.ts";
import { mapBlocks } from "#content/blocks/mapBlocks.ts";
import type { Say } from "../draft/say.ts";
import { sayInStories } from "../words/sayInStories.ts";
import { codeColors } from "./codeColors.ts";

/**
 * Blocks as readers get them: each callout of a kind has a title, and code of a known language its colours.
 * @param inLanguage of the story
 * @param whenSet told of each block that was changed
 * @param say what titles are made of
 */
export function typeset(blocks: Block[], inLanguage: string, whenSet: () => void = () => {}, say: Say = OWN): Block[] {
  return mapBlocks(blocks, {
    block: (block) => {
      const set = typesetBlock(block, inLanguage, say);
      if (set !== block) whenSet();
      return set;
    },
  });
}

/** The reader's own words, where the paper has none. */
const OWN = sayInStories();

function typesetBlock(block: Block, inLanguage: string, say: Say): Block {
  if (block.type === "callout" && !block.title && block.kind)
    return { ...block, title: [{ type: "text", text: say(inLanguage, "callout", block.kind) }] };
  if (block.type === "code" && block.language !== undefined) {
    const colors = codeColors(block.text, block.language);
    return colors ? { ...block, colors } : block;
  }
  return block;
}
