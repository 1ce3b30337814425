import { generateOpml } from "feedsmith";
import { hasFeed } from "#content/feeds.ts";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";
import { feedPath, subjectPath } from "#content/paths.ts";

/** The feeds of what a reader follows (OPML 2.0). */
export function opml(title: string, records: readonly LibraryRecord[], resolve: (path: string) => string): string {
  const outlines = records.flatMap((record) => {
    if (record.kind !== "followed" || !record.value) return [];
    const { kind, slug, name, seen } = record.value;
    // All stories of a list without a feed are on its newest page, which was seen.
    if (seen && !hasFeed(kind, seen.length)) return [];
    return [{ text: name, type: "rss", xmlUrl: resolve(feedPath(kind, slug, "rss")), htmlUrl: resolve(subjectPath(kind, slug)) }];
  });
  return generateOpml({ head: { title }, body: { outlines } });
}
