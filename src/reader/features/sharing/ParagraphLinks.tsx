import { useEffect, useEffectEvent } from "react";
import { isTextHydrated, useIsTextHydrated } from "#loading/hydration/hydratedText.ts";
import { useWords } from "../../i18n/words.ts";
import { useEdition } from "../../edition/EditionContext.ts";
import { useCopying } from "../../ui/CopyContext.ts";
import { storyUrl } from "../../edition/storyUrl.ts";
import { useClicks } from "../../ui/useClicks.ts";

const PARAGRAPHS = ".story > .prose > p[id]";

/**
 * Gives each paragraph of the body that the reader points at or focuses (see moveTeaser.ts) a link to itself, whose click copies
 * its address and says so. The style sheet draws the pilcrow, so that it is not selected, searched or read aloud with the text.
 */
export function ParagraphLinks({ slug }: { slug: string }) {
  const words = useWords();
  const language = useEdition()?.language ?? "";
  const { copy, copied } = useCopying();
  const isHydrated = useIsTextHydrated();
  useClicks(".pilcrow", ({ hash }) => void copy(storyUrl(slug, hash), hash));
  useEffect(() => {
    if (!copied?.startsWith("#")) return;
    const link = document.querySelector<HTMLElement>(`.pilcrow[href="${copied}"]`);
    link?.setAttribute("data-copied", words.copied);
    return () => link?.removeAttribute("data-copied");
  }, [copied, words]);
  const giveLink = useEffectEvent((paragraph: Element) => {
    const hash = `#${paragraph.id}`;
    const link = paragraph.querySelector<HTMLAnchorElement>(":scope > .pilcrow") ?? document.createElement("a");
    // A paragraph may get another number when the story changes.
    if (!isTextHydrated() || link.hash === hash) return;
    const ariaLabel = words.linkToParagraph(Number(paragraph.id.slice("p-".length)));
    Object.assign(link, { className: "pilcrow", href: hash, lang: language, tabIndex: -1, ariaLabel });
    if (!link.isConnected) paragraph.append(link);
  });
  useEffect(() => {
    const onReach = ({ target }: Event) => {
      const paragraph = target instanceof Element && target.closest(PARAGRAPHS);
      if (paragraph) giveLink(paragraph);
    };
    document.addEventListener("pointerover", onReach);
    document.addEventListener("focusin", onReach);
    return () => {
      document.removeEventListener("pointerover", onReach);
      document.removeEventListener("focusin", onReach);
    };
  }, []);
  // Shortcuts lead to these links, which would be dozens of tab stops. Readers who have switched shortcuts off need those.
  useEffect(() => {
    const isOff = document.documentElement.dataset["shortcuts"] === "off";
    if (isHydrated) document.querySelectorAll(isOff ? PARAGRAPHS : `${PARAGRAPHS}:has(> .pilcrow)`).forEach(giveLink);
    for (const link of document.querySelectorAll<HTMLElement>(".pilcrow")) link.tabIndex = isOff ? 0 : -1;
  });
  return null;
}
