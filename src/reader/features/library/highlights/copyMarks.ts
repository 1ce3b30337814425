import { articlePath } from "#content/paths.ts";
import { quotationMarks } from "#content/quotationMarks.ts";
import { pageUrl } from "../../../edition/address.ts";
import { useAnnounce } from "../../../toasts/AnnounceContext.ts";
import { useWords } from "../../../i18n/words.ts";
import { useLibraryWords } from "../../../data/libraryWords.ts";
import type { Mark } from "./changeMark.ts";

/** A highlight as plain text, for example for an email: the passage, the note and the source. */
export function markText({ slug, headline, inLanguage, passage, note }: Mark): string {
  const { open, close } = quotationMarks(inLanguage ?? document.documentElement.lang);
  const from = `${headline}, ${new URL(pageUrl(articlePath(slug)), location.href).href}`;
  return [open + passage.exact + close, note, from].filter(Boolean).join("\n");
}

/** Copies a text and announces the result: over plain HTTP there is no clipboard, and a browser may refuse it. */
export function useCopyText(): (text: string) => void {
  const say = useAnnounce();
  const { copied } = useWords();
  const { notCopied } = useLibraryWords();
  const copy = async (text: string) => navigator.clipboard.writeText(text);
  return (text) =>
    void copy(text).then(
      () => say(copied),
      () => say(notCopied),
    );
}
