import { useEffect, useEffectEvent } from "react";

/**
 * Answers plain clicks on links of the story, wherever in it they stand. A click
 * that asks for a new tab or a download is the browser's own.
 * @param selector which links
 * @param answer returns false where it has nothing to do; then the link works as a link
 */
export function useClicks(selector: string, answer: (link: HTMLAnchorElement) => boolean | void): void {
  const onLink = useEffectEvent(answer);
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(`.story ${selector}`) : null;
      if (link && onLink(link) !== false) event.preventDefault();
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, [selector]);
}
