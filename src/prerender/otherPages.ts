import { decoded } from "#content/decoded.ts";
import type { Edition } from "#content/edition/edition.ts";
import { ACCOUNT_PAGES, missingPath, OWN_PAGES } from "#content/pages/ownPages.ts";
import { htmlFile, inSite } from "#content/paths.ts";
import type { Redirect } from "#content/site.ts";
import { prefixesOf } from "#content/edition/editions.ts";

/** The reader's own pages in an edition, each with its feature. */
export const otherPages = ({ accounts }: Edition) => [...OWN_PAGES, ...(accounts ? ACCOUNT_PAGES : [])];

/** The files of a site that belong to no page of any edition. */
export function otherFiles(redirects: Redirect[], base: string, edition: Edition): string[] {
  const forwarding = redirects.flatMap((redirect) => forwardFile(redirect, base) ?? []);
  const own = [missingPath, ...otherPages(edition).map(([path]) => path)];
  const prefixes = prefixesOf(edition.editions);
  return [...prefixes.flatMap((prefix) => own.map((path) => htmlFile(inSite(prefix, path)))), ...forwarding];
}

/**
 * The file that a static host serves at an old address; none for a pattern, for an address that differs from others only by its query,
 * for that of a feed, whose readers do not understand pages, or for one that differs from its target only in upper and lower case: many
 * disks would have one file for both.
 */
export function forwardFile({ from, to, isPattern }: Redirect, base: string): string | undefined {
  if (isPattern || /\?|\.(?:xml|json|rss|atom|rdf)$/iu.test(from) || /\.(?:xml|json)$/u.test(to)) return undefined;
  const inside = from.startsWith(base) ? from.slice(base.length) : from;
  const path = decodeURIComponent(inside).replace(/^\/+/u, "");
  if (path === "" || path.split("/").includes("..") || path.toLowerCase() === decoded(to).slice(1).toLowerCase()) return undefined;
  if (path.endsWith("/")) return `${path}index.html`;
  return path.endsWith(".html") || path.endsWith(".htm") ? path : `${path}.html`;
}
