import type { KnownStory } from "#content/library/record.ts";
import type { Article } from "#content/article.ts";
import { loadHighlightCatalogue } from "../../../i18n/catalogues/highlights/loadHighlightCatalogue.ts";
import { MarkLayer } from "./MarkLayer.tsx";
import { MarkTools } from "./MarkTools.tsx";

export type MarkToolsProps = { story: KnownStory; range: Range };

/** The parts of highlighting that a story shows, with their words in the edition's language. */
export async function highlightParts(language: string) {
  const words = await loadHighlightCatalogue(language);
  return {
    label: words.highlightPassage,
    Tools: (props: MarkToolsProps) => <MarkTools {...props} words={words} />,
    Layer: ({ article }: { article: Article }) => <MarkLayer article={article} words={words} />,
  };
}
