/** The address of the link that something happened to, where it leads to a page of this edition and in this tab: those to other editions say that the browser is to open them. */
export function linkAt(target: EventTarget | null): string | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  return link && link.origin === location.origin && !link.hasAttribute("download") && link.target === "" ? link.href : undefined;
}
