import { useEffect } from "react";
import type { Article } from "#content/article.ts";
import { useIsTextHydrated } from "../../hydration/hydratedText.ts";

/** For a reader who wants no cards: takes the addresses of the links at names, so that no key and no screen reader meets them. */
export function PlainNames({ article }: { article: Article }) {
  const isTextHydrated = useIsTextHydrated();
  // Before, React would find another page than it knows. The page is another one when the article has been edited.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => (isTextHydrated ? withoutAddresses() : undefined), [isTextHydrated, article]);
  return null;
}

/** @returns how to give them back */
function withoutAddresses(): () => void {
  const links = [...document.querySelectorAll("main > .story .name")].map((link) => [link, link.getAttribute("href")] as const);
  for (const [link] of links) {
    link.removeAttribute("href");
    link.removeAttribute("aria-haspopup");
  }
  return () => {
    // React may have given it another one since.
    for (const [link, href] of links) if (href !== null && !link.hasAttribute("href")) link.setAttribute("href", href);
  };
}
