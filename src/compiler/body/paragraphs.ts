import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import { decodedAddress } from "#content/decoded.ts";
import { embedOf } from "./embeds.ts";
import { isBlank, tidyInlines } from "./tidyInlines.ts";

/** Splits a run of text into paragraphs at two breaks in a row, as in old HTML; empty paragraphs are dropped. */
export function paragraphs(run: Inline[]): Block[] {
  return split(run)
    .map(tidyInlines)
    .filter((children) => !isBlank(children))
    .map((children) => bareAddress(children) ?? { type: "paragraph", children });
}

function split(run: Inline[]): Inline[][] {
  const parts: Inline[][] = [];
  let part: Inline[] = [];
  // The last that is not white space.
  let before: Inline | undefined;
  for (const inline of run) {
    if (inline.type === "break" && before?.type === "break") {
      parts.push(part);
      [part, before] = [[], undefined];
      continue;
    }
    part.push(inline);
    if (inline.type !== "text" || inline.text.trim() !== "") before = inline;
  }
  return [...parts, part];
}

/** The address of a post or video, alone in its paragraph, becomes an embed. */
function bareAddress(children: Inline[]): Block | undefined {
  const [only, ...rest] = children;
  if (only === undefined || rest.length > 0) return undefined;
  const text = inlineText(children).trim();
  const link = only.type === "link" && bare(text) === bare(only.url) ? only.url : undefined;
  const address = only.type === "text" && /^https?:\/\/\S+$/iu.test(text) ? text : link;
  const embed = address === undefined ? undefined : embedOf(address);
  return embed && { type: "embed", ...embed };
}

function bare(address: string): string {
  return decodedAddress(address.replace(/^https?:\/\/(?:www\.)?/iu, "").replace(/\/$/u, ""));
}
