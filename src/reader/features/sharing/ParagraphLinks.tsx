import { useEffect } from "react";
import { useWords } from "../../i18n/words.ts";
import { useCopying } from "../../ui/CopyContext.ts";
import { storyUrl } from "../../edition/storyUrl.ts";
import { useClicks } from "../../ui/useClicks.ts";

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
  // Keys lead to them, and by Tab they would be dozens. Whoever has switched the keys off has no other way.
  useEffect(() => {
    const tabIndex = document.documentElement.dataset["shortcuts"] === "off" ? 0 : -1;
    for (const link of document.querySelectorAll<HTMLElement>(".pilcrow")) link.tabIndex = tabIndex;
  });
  return null;
}
