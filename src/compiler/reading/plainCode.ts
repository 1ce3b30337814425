import type { Block } from "#content/blocks/block.ts";
import { mapBlocks } from "#content/blocks/mapBlocks.ts";
import type { Problem } from "../draft/problem.ts";
import { COLOURS_CODE, installRemedy, isInstalled } from "../text/optionalPackage.ts";

/** The names of texts that have nothing to colour. */
const PLAIN = new Set(["text", "txt", "plain", "plaintext"]);

/** The problem of a story with listings that would have colours if the package for them were installed. */
export function plainCode(body: Block[], file: string): Problem | undefined {
  if (isInstalled(COLOURS_CODE)) return undefined;
  const languages = new Set<string>();
  mapBlocks(body, {
    block: (block) => {
      if (block.type === "code" && block.language !== undefined && !PLAIN.has(block.language)) languages.add(block.language);
      return block;
    },
  });
  if (languages.size === 0) return undefined;
  const message = `Code in "${[...languages].join('", "')}" has no colours, since ${COLOURS_CODE} cannot be found.`;
  return { severity: "notice", file, message, remedy: installRemedy([COLOURS_CODE]) };
}
