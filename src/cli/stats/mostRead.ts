import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { MOST_READ_FILE, type MostRead } from "#compiler/settings/mostReadFile.ts";
import { printable } from "../terminal/printable.ts";
import type { PublishedPages } from "./publishedPages.ts";
import type { StatsResult } from "./statsResult.ts";

const MOST = 10;

/**
 * The stories that were read most, without those that the site does not publish (any more).
 * @returns undefined if there is none: the former file is then better than an empty one
 */
export function mostRead({ from, to, stories }: StatsResult, { paths }: Pick<PublishedPages, "paths">): MostRead | undefined {
  const shown = stories.filter(({ path, opened }) => opened > 0 && paths.has(path)).slice(0, MOST);
  if (from === undefined || to === undefined || shown.length === 0) return undefined;
  return { from, to, stories: shown.map(({ path, opened }) => ({ path, opened })) };
}

/** Writes the file into the content folder, and says so. */
export function writeMostRead(found: MostRead | undefined, content: string): void {
  const file = join(content, MOST_READ_FILE);
  if (found) writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
  console.log(
    printable(found ? `${file} has the stories that were read most.` : `No published story was opened, so ${file} is left as it is.`),
  );
}
