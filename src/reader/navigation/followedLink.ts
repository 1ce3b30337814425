import { frontPath } from "#content/paths.ts";
import { address, basenameOf } from "../edition/address.ts";
import { recall, recallOwn } from "./historyEntry.ts";

/** The link that the reader followed when this entry of the history was left, on the page that shows it again. */
export function followedLinkAt(key: string): HTMLElement | undefined {
  const { link } = recall(key);
  return link && equals(link.href)[link.place];
}

/**
 * Where that link led, as a path below the base of the edition. Undefined where the
 * reader moved on the page after they had followed it: it may not be in view again.
 */
export function followedPathAt(key: string): string | undefined {
  const { y, link } = recallOwn(key);
  return link && link.y === y
    ? new URL(link.href).pathname.slice(basenameOf(address()).replace(/\/$/u, "").length) || frontPath
    : undefined;
}

/** All links of the page that lead to an address, in their order. */
export function equals(href: string): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].filter((link) => withoutPassage(link.href) === withoutPassage(href));
}

/** A hit of the search names its passage in the address only once that is there. */
function withoutPassage(href: string): string {
  return href.replace(/#?:~:.*$/u, "");
}
