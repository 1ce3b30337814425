import type { KnownStory } from "#content/library/libraryRecord.ts";
import type { Article } from "#content/article.ts";
import { loadPart } from "../../../i18n/loadCatalogue.ts";
import { MarkLayer } from "./MarkLayer.tsx";
import { MarkTools } from "./MarkTools.tsx";

export type MarkToolsProps = { story: KnownStory; range: Range };

/** The components of highlighting that a story shows, with their words in the edition's language. */
export async function highlightParts(language: string) {
  const words = await loadPart(language, "highlights");
  return {
    label: words.highlightPassage,
    Tools: (props: MarkToolsProps) => <MarkTools {...props} words={words} />,
    Layer: ({ article }: { article: Article }) => <MarkLayer article={article} words={words} />,
  };
}
