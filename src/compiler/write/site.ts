/** Where the edition will be read. Both end with a slash; `url` ends with `base`. */
export type Site = { url: string; base: string };

/** Where `broadsheet start` serves an edition that has no address yet. */
const LOCAL = "http://localhost:4321/";

/**
 * @param url the public address; without one, feeds and the sitemap name this computer
 * @param base the path below which the edition lies on its host; without one, the path of `url`
 */
export function siteAt(url: string | undefined, base: string | undefined): Site {
  const at = new URL(url ?? LOCAL);
  const path = `/${base ?? at.pathname}/`.replace(/\/{2,}/gu, "/");
  return { url: `${at.origin}${path}`, base: path };
}

/** Paths that an address takes as they are. Nearly all are such, and to make a URL of each takes a while. */
const PLAIN = /^\/(?:[\w\-/]|%(?!2[Ee])[\dA-Fa-f]{2})*$/u;

/** The full address of a path of the edition, percent-encoded; a full address stays as it is. */
export function absolute(site: Site, path: string): string {
  if (!path.startsWith("/")) return path;
  return PLAIN.test(path) ? start(site) + path.slice(1) : new URL(`.${path}`, site.url).href;
}

const starts = new WeakMap<Site, string>();

function start(site: Site): string {
  const known = starts.get(site) ?? new URL(site.url).href;
  starts.set(site, known);
  return known;
}

/** A path of the edition as its host knows it. */
export function below(site: Site, path: string): string {
  return `${site.base}${path.slice(1)}`;
}
