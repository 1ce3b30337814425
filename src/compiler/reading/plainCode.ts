import type { Block } from "#content/blocks/block.ts";
import { visitBlocks } from "#content/blocks/visitBlocks.ts";
import type { Problem } from "../draft/problem.ts";
import { COLOURS_CODE, installRemedy, isInstalled } from "../text/optionalPackage.ts";

/** The names of texts that have nothing to colour. */
const PLAIN = new Set(["text", "txt", "plain", "plaintext"]);

/** The problem of a story with listings that would have colours if the package for them were installed. */
export function plainCode(body: Block[], file: string): Problem | undefined {
  const languages = new Set<string>();
  visitBlocks(body, {
    block: (block) => {
      if (block.type === "code" && block.language !== undefined && !PLAIN.has(block.language)) languages.add(block.language);
    },
  });
  if (languages.size === 0 || isInstalled(COLOURS_CODE)) return undefined;
  const message = `Code in "${[...languages].join('", "')}" has no colours, since ${COLOURS_CODE} cannot be found.`;
  return { severity: "notice", file, message, remedy: installRemedy(COLOURS_CODE) };
}
