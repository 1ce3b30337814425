import { recall } from "./historyEntry.ts";

/** The link by which the reader left this history entry, on the page that shows it again. */
export function followedLinkAt(key: string): HTMLElement | undefined {
  const { link } = recall(key);
  return link && linksTo(link.href)[link.place];
}

/** All links of the page that lead to an address, in document order. */
export function linksTo(href: string): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].filter((link) => withoutPassage(link.href) === withoutPassage(href));
}

/** The link of a search hit gets its text fragment only once the passage has loaded. */
function withoutPassage(href: string): string {
  return href.replace(/#?:~:.*$/u, "");
}
