import { useWords } from "../i18n/words.ts";
import { useEdition } from "../edition/EditionContext.ts";

/** The document's title: the page's, then the paper's. */
export function Title({ of, language }: { of: string; language?: string | undefined }) {
  const words = useWords();
  const edition = useEdition();
  return <title lang={language}>{words.pageTitle(of, edition?.name ?? "Broadsheet")}</title>;
}
