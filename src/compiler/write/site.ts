import type { Site } from "#content/site.ts";

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
