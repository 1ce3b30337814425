import { useEffect, useEffectEvent } from "react";

/**
 * Handles plain clicks on links anywhere in the story. A click that asks for a new
 * tab or a download is left to the browser.
 * @param selector which links
 * @param answer returns false if it does nothing; then the link is followed
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
