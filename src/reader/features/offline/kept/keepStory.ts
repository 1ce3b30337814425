import { articlePath } from "#content/paths.ts";
import type { KeptRecord } from "../../../device/kept/keptRecord.ts";
import { allRecords } from "../../../device/kept/records.ts";
import { keep } from "./keep.ts";

/**
 * Keeps one story on the device with its pictures, until it is dropped.
 * @param name its headline, shown in the list of kept items
 */
export function keepStory(slug: string, name: string): Promise<void> {
  return keep(articlePath(slug), name, 1, async function* () {
    yield { files: [], slugs: [slug] };
  });
}

/** The slugs of stories that are kept individually and completely, without those of kept lists. */
export async function keptStories(): Promise<string[]> {
  return (await storyRecords()).filter(({ whole }) => whole).flatMap(({ stories }) => stories);
}

/** The records of stories that are kept individually, also of those that are only partly here. Recordings have a path too. */
export async function storyRecords(): Promise<KeptRecord[]> {
  return (await allRecords()).filter(({ id, path }) => id === path && path.startsWith("/article/"));
}
