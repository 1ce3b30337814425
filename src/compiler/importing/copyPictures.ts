import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../draft/problem.ts";
import { digest } from "../state/digest.ts";
import type { ContentWriter } from "./contentWriter.ts";
import type { PictureCopy } from "./importedPictures.ts";
import type { ImportedFiles } from "./importedFiles.ts";

type Around = { content: string; files: ImportedFiles; writer: ContentWriter; report: Report; discard: readonly string[] };

/**
 * Copies the pictures of a folder of stories into the content folder. One that an editor has replaced there stays.
 * @returns how many files are new or were changed
 */
export function copyPictures(copies: Iterable<PictureCopy>, { content, files, writer, report, discard }: Around): number {
  let count = 0;
  for (const { from, to } of copies) {
    const file = `pictures/${to}`;
    const before = files.before(file)?.digest;
    const now = digest(readFileSync(from));
    files.note(file, { file, digest: now });
    const disk = join(content, file);
    const there = existsSync(disk) ? digest(readFileSync(disk)) : undefined;
    if (there === now) continue;
    const isReplaced = there !== undefined && there !== before;
    if (isReplaced && !discard.includes("all") && !discard.includes(file))
      report({
        severity: "notice",
        file,
        message: REPLACED_PICTURE,
        remedy: `--discard-edits ${file} takes the archive's.`,
      });
    else if (writer.copy(file, from)) count += 1;
  }
  return count;
}

/** What is said of a picture that an editor has replaced. */
export const REPLACED_PICTURE = "This picture is not the one of the archive: it was replaced here, and stays.";
