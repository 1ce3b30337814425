import { articlePath } from "#content/paths.ts";
import { fileUrl } from "../../address.ts";
import { useSay } from "../../shell/SayContext.ts";
import { useWords } from "../../words/words.ts";
import { useLibraryWords } from "../libraryWords.ts";
import type { Mark } from "./changeMark.ts";

/** A highlight as it stands in a letter: the passage, the note, and where it is from. */
export function markText({ slug, headline, passage, note }: Mark): string {
  const from = `${headline}, ${new URL(fileUrl(articlePath(slug)), location.href).href}`;
  return [`“${passage.exact}”`, note, from].filter(Boolean).join("\n");
}

/** Copies a text and says so; over plain HTTP there is no clipboard, and a browser may refuse it. */
export function useCopyText(): (text: string) => void {
  const say = useSay();
  const { copied } = useWords();
  const { notCopied } = useLibraryWords();
  const copy = async (text: string) => navigator.clipboard.writeText(text);
  return (text) =>
    void copy(text).then(
      () => say(copied),
      () => say(notCopied),
    );
}
