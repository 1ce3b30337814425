/** The address of the link that something happened to, where it leads to a page of this site and in this tab. */
export function linkAt(target: EventTarget | null): string | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  return link && link.origin === location.origin && !link.hasAttribute("download") && link.target !== "_blank" ? link.href : undefined;
}
