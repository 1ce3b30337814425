import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Neither above the folder nor the cache of a build in it. */
export const isContent = (path: string): boolean => !path.startsWith(".");

/** A text that is another when something in a folder is another. */
export async function folderState(folder: string): Promise<string> {
  // A folder in it may vanish while it is read: that is another state, and no fault.
  const names = await readdir(folder, { recursive: true }).catch(() => ["gone"]);
  const changed = (name: string) =>
    stat(join(folder, name)).then(
      ({ ctimeMs }) => ctimeMs,
      () => "gone",
    );
  const content = names.filter(isContent).toSorted();
  return JSON.stringify(await Promise.all(content.map(async (name) => [name, await changed(name)])));
}
