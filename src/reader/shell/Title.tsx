import { useWords } from "../words/words.ts";
import { useEdition } from "./EditionContext.ts";

/** The document's title: the page's, then the paper's. */
export function Title({ of }: { of: string }) {
  const words = useWords();
  const edition = useEdition();
  return <title>{words.pageTitle(of, edition?.name ?? "Broadsheet")}</title>;
}
