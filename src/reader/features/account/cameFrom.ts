import { accountPath } from "#content/paths.ts";
import { address, basenameOf, pageUrl } from "../../edition/address.ts";
import { storedItem, storeItem } from "../../store/storage.ts";

/** Where the tab keeps the page while the reader is at X (Twitter). */
const STORE = "broadsheet-came-from";

let from: string | undefined;

/**
 * Notes the page from which the reader opens a page of the account, so that signing in leads back there. Called while
 * that page is still shown, or by an account's page itself when the browser has loaded it.
 */
export function noteCameFrom(): void {
  // The prerenderer runs the routes too.
  if (typeof document === "undefined") return;
  from = pageOf(location.href) ?? pageOf(document.referrer) ?? from;
}

/** The page to go back to, once: its path in this edition. */
export function takeCameFrom(): string | undefined {
  const taken = from ?? takeKept();
  from = undefined;
  return taken;
}

/** Keeps the page for a reader who leaves the site to sign in. */
export function keepCameFrom(): void {
  storeItem("sessionStorage", STORE, from === undefined ? null : new URL(pageUrl(from), location.href).href);
}

/** The page that was kept, once. */
export function takeKept(): string | undefined {
  const kept = pageOf(storedItem("sessionStorage", STORE) ?? "");
  storeItem("sessionStorage", STORE, null);
  return kept;
}

/** The path of a page of this edition, with its query and fragment. Undefined for any other address, and for the account's own pages. */
function pageOf(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const { origin, pathname, search, hash } = new URL(href);
  const base = basenameOf(address()).replace(/\/$/u, "");
  const path = pathname.slice(base.length) || "/";
  const isOurs = origin === location.origin && pathname.startsWith(base) && path.startsWith("/") && !path.startsWith("//");
  return isOurs && !path.startsWith(accountPath) ? path + search + hash : undefined;
}
