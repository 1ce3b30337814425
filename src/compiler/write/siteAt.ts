import type { Site } from "#content/site.ts";

/** Where `broadsheet start` serves an edition that has no address yet. */
const LOCAL = "http://localhost:4321/";

/**
 * The addresses of a site.
 * @param url the public address; without it, feeds and the sitemap use the address of `broadsheet start`
 * @param base the path of the edition on its host; by default, the path of `url`
 */
export function siteAt(url: string | undefined, base: string | undefined): Site {
  const at = new URL(url ?? LOCAL);
  const path = `/${base ?? at.pathname}/`.replace(/\/{2,}/gu, "/");
  return { url: `${at.origin}${path}`, base: path };
}
