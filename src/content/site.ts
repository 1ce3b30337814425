import { inSite } from "./paths.ts";

/**
 * Where an edition is published. `url` and `base` end with a slash. `url` ends with `base`, and equals it if the
 * public address is not known: pages then link to each other by path, which works on every host.
 * `prefix` is that of the edition's pages in a site with editions in several languages. `headers` are sent with every file, where
 * the host lets a site set headers.
 */
export type Site = { url: string; base: string; prefix?: string; headers?: Record<string, string> };

/**
 * From a former path (and query) to a present path, or to an address of another site; percent-encoded, paths without the base.
 * `isPattern`: `from` has placeholders (":slug", and "*" as its last part), which `to` may repeat (":slug", ":splat").
 * `status`: 302 for a redirect that is temporary.
 */
export type Redirect = { from: string; to: string; isPattern?: true; status?: 302 };

/** Paths that need no normalisation. Nearly all are such, and creating a URL for each takes a while. */
const PLAIN = /^\/(?:[\w\-/]|%(?!2[Ee])[\dA-Fa-f]{2})*$/u;

/** The absolute address of a path of the site, or of an address. Always percent-encoded: feeds, sitemap and pages must agree on it. */
export function absolute(site: Site, path: string): string {
  if (!path.startsWith("/")) return path.replaceAll(/[^!-~]+/gu, encodeURIComponent);
  if (PLAIN.test(path)) return start(site) + path.slice(1);
  const { href, origin } = new URL(`.${path}`, new URL(site.url, NOWHERE));
  return origin === NOWHERE ? href.slice(NOWHERE.length) : href;
}

/** A placeholder for the host of an edition whose address is not known. */
const NOWHERE = "http://edition.invalid";

const starts = new WeakMap<Site, string>();

function start(site: Site): string {
  const known = starts.get(site) ?? absolute(site, "/./");
  starts.set(site, known);
  return known;
}

/** The absolute address of a page or a feed of the edition. Files that all editions share, such as pictures, need `absolute`. */
export function absolutePage(site: Site, path: string): string {
  return absolute(site, inSite(site.prefix ?? "", path));
}

/** Makes the addresses in the text of a page absolute: paths of the site, and parts of the page itself. @param page its absolute address */
export const absoluteIn =
  (site: Site, page: string) =>
  (url: string): string =>
    url.startsWith("/") ? absolute(site, url) : /^[#?]/u.test(url) ? `${page}${url}` : url;

/** A path of the site on its host, with the base. */
export function below(site: Site, path: string): string {
  return `${site.base}${path.slice(1)}`;
}

/** A path of the edition on its host, with base and prefix. */
export function belowPages(site: Site, path: string): string {
  return below(site, inSite(site.prefix ?? "", path));
}
