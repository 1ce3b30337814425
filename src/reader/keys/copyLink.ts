import type { Words } from "../words/en.ts";

/** Puts this page's address, without a place in it, onto the clipboard, and says so. */
export async function copyLink({ say, words }: { say: (text: string) => void; words: Words }): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href.replace(/#.*$/u, ""));
    say(words.linkCopied);
  } catch {
    // Over plain HTTP there is no clipboard, and a browser may refuse it.
    say(words.linkNotCopied);
  }
}
