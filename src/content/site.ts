/**
 * Where an edition will be read. Both end with a slash; `url` ends with `base`,
 * and is only that where the address is not known: then pages name each other by path, which is right on every host.
 */
export type Site = { url: string; base: string };

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

/** A path of the edition as its host knows it. */
export function below(site: Site, path: string): string {
  return `${site.base}${path.slice(1)}`;
}
