import { useEffect } from "react";
import type { Article } from "#content/article.ts";
import { useIsTextHydrated } from "#loading/hydration/hydratedText.ts";

/** For a reader who wants no cards: removes the addresses of the links at names, so that no key and no screen reader finds them. */
export function PlainNames({ article }: { article: Article }) {
  const isTextHydrated = useIsTextHydrated();
  // Before hydration, React would find a mismatch. A change of the article may bring new links.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => (isTextHydrated ? withoutAddresses() : undefined), [isTextHydrated, article]);
  return null;
}

/** @returns a function that restores them */
function withoutAddresses(): () => void {
  const links = [...document.querySelectorAll("main > .story .name")].map((link) => [link, link.getAttribute("href")] as const);
  for (const [link] of links) {
    link.removeAttribute("href");
    link.removeAttribute("aria-haspopup");
  }
  return () => {
    // React may have set another address since.
    for (const [link, href] of links) if (href !== null && !link.hasAttribute("href")) link.setAttribute("href", href);
  };
}
