import { useEffect } from "react";
import { useWords } from "../words/words.ts";
import { useCopying } from "./copy/CopyContext.ts";
import { storyUrl } from "./storyUrl.ts";
import { useClicks } from "./useClicks.ts";

/** Makes the sign beside a paragraph copy its link, and say so where it stands. */
export function ParagraphLinks({ slug }: { slug: string }) {
  const words = useWords();
  const { copy, copied } = useCopying();
  useClicks(".pilcrow", ({ hash }) => void copy(storyUrl(slug, hash), hash));
  useEffect(() => {
    if (!copied?.startsWith("#")) return;
    const link = document.querySelector<HTMLElement>(`.pilcrow[href="${copied}"]`);
    link?.setAttribute("data-copied", words.copied);
    return () => link?.removeAttribute("data-copied");
  }, [copied, words]);
  return null;
}
