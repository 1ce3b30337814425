import { useWords } from "../i18n/words.ts";
import { usePaperName } from "../edition/EditionContext.ts";

/** The document's title: the page's, then the paper's. */
export function Title({ of, language }: { of: string; language?: string | undefined }) {
  const words = useWords();
  return <title lang={language}>{words.pageTitle(of, usePaperName())}</title>;
}
