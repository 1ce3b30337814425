import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { glob } from "tinyglobby";
import type { Draft } from "../draft/draft.ts";
import { type PictureFile, pictures } from "../draft/pictures.ts";
import type { Report } from "../draft/problem.ts";
import type { Settings } from "../settings.ts";
import { decode } from "./decode.ts";
import type { SourceContext, SourceFile } from "./source.ts";
import { sources } from "./sources.ts";

/** Something that was read and will not be published. `reason` is a full sentence. */
export type Skipped = { file: string; reason: string };

/** What a content folder holds. `read` counts articles: it is always drafts and skipped together. */
export type Reading = { drafts: Draft[]; read: number; skipped: Skipped[]; pictures: PictureFile[] };

/**
 * Reads every article of a content folder, in the order of the file names, so
 * that two runs give the same.
 * @param onProgress is told how many files are done, and of how many
 */
export async function readDrafts(
  folder: string,
  settings: Settings,
  report: Report,
  onProgress?: (done: number, total: number) => void,
): Promise<Reading> {
  const paths = await candidates(folder);
  const drafts: Draft[] = [];
  const skipped: Skipped[] = [];
  const found = pictures(folder, settings);
  const context = { settings, report, pictures: found, once: reportOnce(report) };
  for (const [done, path] of paths.entries()) {
    const file = await readSource(folder, path, report);
    const ofFile = "reason" in file ? { drafts: [], skipped: [{ file: path, reason: file.reason }] } : readFileOf(file, context);
    for (const draft of ofFile.drafts) drafts.push(draft);
    for (const one of ofFile.skipped) skipped.push(one);
    onProgress?.(done + 1, paths.length);
  }
  return { drafts, read: drafts.length + skipped.length, skipped, pictures: found.files() };
}

/** Never stories: what belongs to tools, to the edition or to the folder itself. A folder may start with "_" (Jekyll's _posts), a file may not. */
const IGNORED = ["**/node_modules/**", "edition.json", "pictures/**", "**/README.{md,markdown}", "**/LICENSE.{md,markdown}", "**/_*.*"];

async function candidates(folder: string): Promise<string[]> {
  const extensions = [...new Set(sources.flatMap((source) => source.extensions))];
  const found = await glob(`**/*.{${extensions.join(",")}}`, {
    cwd: folder,
    ignore: IGNORED,
    caseSensitiveMatch: false,
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  return found.toSorted();
}

async function readSource(folder: string, path: string, report: Report): Promise<SourceFile | { reason: string }> {
  try {
    const { text, guessed } = decode(await readFile(join(folder, path)));
    const message = "The file is not UTF-8; it was read as Windows-1252, and accents may be wrong.";
    if (guessed) report({ severity: "warning", file: path, message });
    return { path, text };
  } catch (error) {
    return { reason: `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.` };
  }
}

/** Nothing at all for a file that is no article, such as the JSON of another program. */
function readFileOf(file: SourceFile, context: Omit<SourceContext, "skip">): { drafts: Draft[]; skipped: Skipped[] } {
  const source = sources.find((each) => each.reads(file));
  const skipped: Skipped[] = [];
  const skip = (reason: string) => skipped.push({ file: file.path, reason });
  const drafts = source?.read(file, { ...context, skip }) ?? [];
  return { drafts, skipped };
}

function reportOnce(report: Report): SourceContext["once"] {
  const known = new Set<string>();
  return (key, problem) => {
    if (!known.has(key)) report(problem);
    known.add(key);
  };
}
