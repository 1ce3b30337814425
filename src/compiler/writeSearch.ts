import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { MANIFEST } from "#content/search/manifest.ts";
import type { Story } from "./link/story.ts";
import { buildSearch } from "./search/buildSearch.ts";
import type { SearchSettings } from "./search/searchSettings.ts";
import type { Output } from "./write/output.ts";

/** The index lies beside the JSON, so that it comes from the same address. */
const FOLDER = "data/search";

/**
 * Writes the full-text index into a site.
 * @param stories oldest first
 */
export function writeSearch(stories: Story[], settings: SearchSettings, output: Output): void {
  const folder = output.path(FOLDER);
  const manifest = join(folder, MANIFEST);
  const before = `${manifest}.before`;
  // The site may be hard links to the one that is being read: the only file whose bytes change under its name gets a copy of its own.
  const had = existsSync(manifest);
  if (had) {
    renameSync(manifest, before);
    copyFileSync(before, manifest);
  }
  const { files } = buildSearch(
    stories.map(({ article }) => article),
    settings,
    folder,
  );
  const list = readFileSync(manifest);
  if (had) renameSync(before, manifest);
  else rmSync(manifest);
  for (const file of files) if (file !== MANIFEST) output.adopt(`${FOLDER}/${file}`);
  output.write(`${FOLDER}/${MANIFEST}`, list);
}
