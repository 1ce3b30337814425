import type { Article } from "#content/article.ts";
import { inlineText, plainText } from "#content/blocks/plainText.ts";

/** The text of a story that can be highlighted, without rendering it. */
export function storyText({ dateline, body, corrections }: Article): string {
  return [dateline ?? "", plainText(body), ...corrections.map(({ children }) => inlineText(children))].filter(Boolean).join("\n");
}
