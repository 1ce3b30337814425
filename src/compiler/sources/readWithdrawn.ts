import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { nearestName } from "../draft/nearestName.ts";
import type { Report } from "../draft/problem.ts";
import { decode } from "./decode.ts";

/** The file of a content folder in which an editor takes stories down, whatever state their files are in. */
export const WITHDRAWN = "withdrawn.txt";

/**
 * Reads the paths that `withdrawn.txt` lists, one a line; "#" begins a comment. A line that names no file is reported, since
 * a mistyped one would leave its story public.
 * @param files the files of the folder
 * @returns the files that are listed
 * @throws if it is there and cannot be read: nothing may be published then
 */
export async function readWithdrawn(folder: string, files: string[], report: Report): Promise<ReadonlySet<string>> {
  const bytes = await readFile(join(folder, WITHDRAWN)).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return new Uint8Array();
    throw error;
  });
  const known = new Map(files.map((file) => [file.normalize("NFC"), file]));
  const listed = new Set<string>();
  const own = `${basename(resolve(folder))}/`;
  for (const [at, line] of decode(bytes)
    .text.replace(/^\uFEFF/u, "")
    .split("\n")
    .entries()) {
    const path = line
      .replace(/(?:^|\s)#.*$/u, "")
      .trim()
      .replaceAll("\\", "/")
      .replace(/^\.?\//u, "")
      .normalize("NFC");
    if (path === "") continue;
    const file = known.get(path) ?? (path.startsWith(own) ? known.get(path.slice(own.length)) : undefined);
    if (file === undefined) report(unknown(path, at + 1, nearestName(path, known.keys())));
    else listed.add(file);
  }
  return listed;
}

const unknown = (path: string, line: number, nearest: string | undefined) => ({
  // A file that was deleted since has no similar name, as a rule.
  severity: nearest === undefined ? ("warning" as const) : ("error" as const),
  file: WITHDRAWN,
  place: `line ${line}`,
  message: `There is no file ${path}, so this line takes nothing down.`,
  remedy: "Write the path of the file in the content folder, such as articles/merger.md, or remove the line.",
  ...(nearest !== undefined && { nearest }),
});
