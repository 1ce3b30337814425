import { ONE_FORMAT } from "#content/feeds.ts";
import { FEED_FORMATS, type FeedFormat, feedPath, inSite } from "#content/paths.ts";
import { below, type Site } from "#content/site.ts";
import type { Rule } from "./redirectRules.ts";

/**
 * Redirects of feeds in the formats that lists had in earlier versions, as patterns.
 * A build that begins without the former site cannot know which of them somebody follows.
 * @param prefixes of the editions, "" for the main one
 */
export function formerFeeds(site: Site, prefixes: string[]): Rule[] {
  return prefixes.flatMap((prefix) =>
    ONE_FORMAT.flatMap((kind) => {
      const at = (format: FeedFormat): string => below(site, inSite(prefix, feedPath(kind, "-", format).replace("/-/", "/:slug/")));
      return FEED_FORMATS.filter((format) => format !== "rss").map((format) => ({
        path: at(format),
        to: at("rss"),
        isPattern: true as const,
      }));
    }),
  );
}
