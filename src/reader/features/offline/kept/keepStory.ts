import { articlePath } from "#content/paths.ts";
import { keep } from "./keep.ts";
import { allRecords } from "../../../device/kept/records.ts";

/**
 * Keeps one story on the device with its pictures, for as long as it is not dropped.
 * @param name its headline, by which the list of what is kept names it
 */
export function keepStory(slug: string, name: string): Promise<void> {
  return keep(articlePath(slug), name, 1, async function* () {
    yield { page: { files: [], bytes: 0 }, slugs: [slug] };
  });
}

/** The slugs of the single stories that are kept whole. Stories of a kept list are not among them. */
export async function keptStories(): Promise<string[]> {
  const records = await allRecords();
  return records.filter(({ path, whole }) => whole && path.startsWith("/article/")).flatMap(({ stories }) => stories);
}
