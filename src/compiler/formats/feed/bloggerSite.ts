import type { BodyContext } from "../../body/bodyContext.ts";
import type { FeedItem } from "./feedItem.ts";

/**
 * The address of a blog of which only the paths of its pages are known, as in Google Takeout: the site to which most links in the texts
 * lead whose paths are those of its pages.
 */
export function bloggerSite(items: readonly FeedItem[]): string | undefined {
  const paths = new Set(items.flatMap(({ link }) => (link?.startsWith("/") === true ? [link] : [])));
  if (paths.size === 0) return undefined;
  const counts = new Map<string, number>();
  for (const { content } of items) {
    for (const [, site = "", path = ""] of (content?.text ?? "").matchAll(LINK))
      if (paths.has(path)) counts.set(site, (counts.get(site) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most === undefined ? undefined : `${most[0].toLowerCase().replace(/^http:/u, "https:")}/`;
}

const LINK = /\bhref=["'](https?:\/\/[^/"'\s]+)(\/[^"'?#\s]+\.html)/giu;

/** Pictures of Blogger at the address of their original, of which its texts show copies in other sizes. */
export const withBloggerOriginals = (body: BodyContext): BodyContext => ({
  ...body,
  picture: (reference) => body.picture(reference.replace(SIZED, "$1s0$2")),
});

/** "/s320/crane.jpg", "/w640-h480-rw/crane.jpg", "=s320-c" */
const SIZED =
  /^((?:https?:)?\/\/(?:\d\.bp\.blogspot\.com|blogger\.googleusercontent\.com|lh\d\.googleusercontent\.com)\/[^?#]*[/=])[swh]\d+(?:-[\w-]+)?(\/[^/?#]+)?$/u;
