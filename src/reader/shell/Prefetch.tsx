import { useEffect } from "react";
import { savesData } from "../savesData.ts";

/** How long a pointer rests on a link before it is taken as a wish, in milliseconds. */
const REST = 65;

type Props = {
  /** Brings the data and the code of a page of this edition near. Its argument is the address as the router sees it. */
  prefetch: (href: string) => void;
};

/**
 * Asks for the next page before the reader does: when a pointer rests on its
 * link, when the link has the focus, or at the first touch. One listener each for
 * the whole document. Nothing is asked for where the reader saves data.
 */
export function Prefetch({ prefetch }: Props) {
  useEffect(() => {
    if (savesData()) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const at = (event: Event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
      return link && link.origin === location.origin && !link.hasAttribute("download") && link.target !== "_blank" ? link.href : undefined;
    };
    const now = (event: Event) => {
      const href = at(event);
      if (href) prefetch(href);
    };
    const soon = (event: Event) => {
      clearTimeout(timer);
      const href = at(event);
      if (href) timer = setTimeout(() => prefetch(href), REST);
    };
    document.addEventListener("pointerover", soon, { passive: true });
    document.addEventListener("focusin", now);
    document.addEventListener("touchstart", now, { passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointerover", soon);
      document.removeEventListener("focusin", now);
      document.removeEventListener("touchstart", now);
    };
  }, [prefetch]);
  return null;
}
