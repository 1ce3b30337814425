import { articlePath } from "#content/paths.ts";
import { quotationMarks } from "#content/quotationMarks.ts";
import { pageUrl } from "../../../edition/address.ts";
import { copyText } from "../../../ui/copyText.ts";
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

/** Copies a text and announces the result. */
export function useCopyText(): (text: string) => void {
  const say = useAnnounce();
  const { copied } = useWords();
  const { notCopied } = useLibraryWords();
  return (text) => void copyText(text).then((isCopied) => say(isCopied ? copied : notCopied));
}
