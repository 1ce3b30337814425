import type { Article } from "#content/article.ts";
import { inlineText, plainText } from "#content/blocks/plainText.ts";

/** What of a story can be highlighted, without drawing it. */
export function storyText({ dateline, body, corrections }: Article): string {
  return [dateline ?? "", plainText(body), ...corrections.map(({ children }) => inlineText(children))].filter(Boolean).join("\n");
}
