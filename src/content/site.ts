import { inSite } from "./paths.ts";

/**
 * Where an edition will be read. `url` and `base` end with a slash; `url` ends with `base`,
 * and is only that where the address is not known: then pages name each other by path, which is right on every host.
 * `prefix` is that of its pages, where the site has editions in several languages.
 */
export type Site = { url: string; base: string; prefix?: string };

/** From the path (and query) that a story once had to the path it has now; both percent-encoded, without the base. */
export type Redirect = { from: string; to: string };

/** Paths that an address takes as they are. Nearly all are such, and to make a URL of each takes a while. */
const PLAIN = /^\/(?:[\w\-/]|%(?!2[Ee])[\dA-Fa-f]{2})*$/u;

/** The full address of a path of the edition; of a full address, the same. Percent-encoded either way: feeds, sitemap and pages must name a page alike. */
export function absolute(site: Site, path: string): string {
  if (!path.startsWith("/")) return path.replaceAll(/[^!-~]+/gu, encodeURIComponent);
  if (PLAIN.test(path)) return start(site) + path.slice(1);
  const { href, origin } = new URL(`.${path}`, new URL(site.url, NOWHERE));
  return origin === NOWHERE ? href.slice(NOWHERE.length) : href;
}

/** Stands for the host of an edition whose address is not known. */
const NOWHERE = "http://edition.invalid";

const starts = new WeakMap<Site, string>();

function start(site: Site): string {
  const known = starts.get(site) ?? absolute(site, "/./");
  starts.set(site, known);
  return known;
}

/** The full address of a page of the edition, or of a feed. Files that all editions share, such as pictures, are where `absolute` says. */
export function absolutePage(site: Site, path: string): string {
  return absolute(site, inSite(site.prefix ?? "", path));
}

/** A path of the site as its host knows it. */
export function below(site: Site, path: string): string {
  return `${site.base}${path.slice(1)}`;
}

/** A path of the edition as its host knows it. */
export function belowPages(site: Site, path: string): string {
  return below(site, inSite(site.prefix ?? "", path));
}
