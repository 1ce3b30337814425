import { useEffect } from "react";
import { useWords } from "../../i18n/words.ts";
import { useCopying } from "../../ui/CopyContext.ts";
import { storyUrl } from "../../edition/storyUrl.ts";
import { useClicks } from "../../ui/useClicks.ts";

/** Makes the pilcrow beside a paragraph copy its link, and shows there that it has. */
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
  // Shortcuts lead to these links, which would be dozens of tab stops. Readers who have switched shortcuts off need those.
  useEffect(() => {
    const tabIndex = document.documentElement.dataset["shortcuts"] === "off" ? 0 : -1;
    for (const link of document.querySelectorAll<HTMLElement>(".pilcrow")) link.tabIndex = tabIndex;
  });
  return null;
}
