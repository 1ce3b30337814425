import { articlePath } from "#content/paths.ts";
import { keep } from "./keep.ts";
import { allRecords } from "../../../device/kept/records.ts";

/**
 * Keeps one story on the device with its pictures, until it is dropped.
 * @param name its headline, shown in the list of kept items
 */
export function keepStory(slug: string, name: string): Promise<void> {
  return keep(articlePath(slug), name, 1, async function* () {
    yield { page: { files: [], bytes: 0 }, slugs: [slug] };
  });
}

/** The slugs of stories that are kept individually and completely, without those of kept lists. */
export async function keptStories(): Promise<string[]> {
  const records = await allRecords();
  return records.filter(({ path, whole }) => whole && path.startsWith("/article/")).flatMap(({ stories }) => stories);
}
