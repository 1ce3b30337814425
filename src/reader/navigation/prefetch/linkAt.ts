/**
 * The address of the link that is the target of an event, if it leads to a page of this edition in this tab.
 * Links to other editions have a `target`, which leaves them to the browser.
 */
export function linkAt(target: EventTarget | null): string | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  return link && link.origin === location.origin && !link.hasAttribute("download") && link.target === "" ? link.href : undefined;
}
