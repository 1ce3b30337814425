import { generateOpml } from "feedsmith";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";
import { feedPath, subjectPath } from "#content/paths.ts";
import { LEAST_WITH_FEEDS } from "#content/recentThreads.ts";

/** The feeds of what a reader follows (OPML 2.0). */
export function opml(title: string, records: readonly LibraryRecord[], resolve: (path: string) => string): string {
  const outlines = records.flatMap((record) => {
    if (record.kind !== "followed" || !record.value) return [];
    const { kind, slug, name, seen = [] } = record.value;
    // A short thread has no feed. All of its stories are on its newest page, which was seen.
    if (kind === "thread" && seen.length < LEAST_WITH_FEEDS) return [];
    return [{ text: name, type: "rss", xmlUrl: resolve(feedPath(kind, slug, "rss")), htmlUrl: resolve(subjectPath(kind, slug)) }];
  });
  return generateOpml({ head: { title }, body: { outlines } });
}
