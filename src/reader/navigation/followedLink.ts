import { recall } from "./historyEntry.ts";

/** The link that the reader followed when this entry of the history was left, on the page that shows it again. */
export function followedLinkAt(key: string): HTMLElement | undefined {
  const { link } = recall(key);
  return link && equals(link.href)[link.place];
}

/** All links of the page that lead to an address, in their order. */
export function equals(href: string): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].filter((link) => withoutPassage(link.href) === withoutPassage(href));
}

/** A hit of the search names its passage in the address only once that is there. */
function withoutPassage(href: string): string {
  return href.replace(/#?:~:.*$/u, "");
}
