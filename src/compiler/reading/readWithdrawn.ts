import { readFile } from "node:fs/promises";
import { basename, join, posix, resolve } from "node:path";
import { nearestName } from "../text/nearestName.ts";
import type { Problem, Report } from "../draft/problem.ts";
import { decode } from "../text/decode.ts";

/** The file of a content folder in which an editor takes stories down, whatever state their files are in. */
export const WITHDRAWN = "withdrawn.txt";

/** Why a story that is listed there is kept back. */
export const LISTED = "It is listed in withdrawn.txt.";

/**
 * Reads the paths that `withdrawn.txt` lists, one a line; "#" begins a comment. A line that names no file takes down those that it
 * probably means, and is reported: a mistyped one would leave its story public, as would a file that is moved to another folder.
 * @param files the files of the folder
 * @returns the files that are listed
 * @throws if it is there and cannot be read: nothing may be published then
 */
export async function readWithdrawn(folder: string, files: string[], report: Report): Promise<ReadonlySet<string>> {
  const bytes = await readFile(join(folder, WITHDRAWN)).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return new Uint8Array();
    throw error;
  });
  const find = finder(files, basename(resolve(folder)));
  const listed = new Set<string>();
  const lines = decode(bytes).text.replaceAll("\0", "").split("\n");
  for (const [at, line] of lines.entries()) {
    const path = pathIn(line);
    if (path === "") continue;
    const { found, isExact } = find(path);
    for (const file of found) listed.add(file);
    if (found.length === 0) report(unknown(path, at + 1, nearestName(path, files)));
    else if (!isExact) report(inexact(path, at + 1, found));
  }
  return listed;
}

/** Without a comment, and without what a list, a word processor or a web address adds. */
const pathIn = (line: string): string =>
  line
    .replace(/\p{Cf}/gu, "")
    .replace(/(?:^|\s)#.*$/u, "")
    .replace(/^\s*[-*+•]\s+/u, "")
    .replace(/^[\s\p{Quotation_Mark}`<]+|[\s\p{Quotation_Mark}`>,;]+$/gu, "")
    .replace(/^https?:\/\/[^/]*/iu, "")
    .replaceAll("\\", "/")
    .replace(/^(?:\.?\/)+/u, "")
    .normalize("NFC");

type Found = { found: string[]; isExact: boolean };

/**
 * The files that a line means: the one with this path, or else those that have it apart from upper and lower case, its ending or its
 * folder. A story is taken down rather than left public, since a line is written for that alone.
 */
function finder(files: string[], own: string): (path: string) => Found {
  const exact = new Map(files.map((file) => [file.normalize("NFC"), file]));
  const similar = new Map<string, string[]>();
  for (const file of files)
    for (const key of new Set([keyOf(file), keyOf(basename(file))])) similar.set(key, [...(similar.get(key) ?? []), file]);
  const exactly = (path: string): string | undefined =>
    exact.get(path) ?? (path.startsWith(`${own}/`) ? exact.get(path.slice(own.length + 1)) : undefined);
  return (path) => {
    const file = exactly(path);
    if (file !== undefined) return { found: [file], isExact: true };
    const parts = path.split(/[\s,;]+/u).map(exactly);
    if (parts.length > 1 && parts.every((part) => part !== undefined)) return { found: parts, isExact: false };
    const inFolder = similar.get(keyOf(posix.normalize(path))) ?? [];
    const elsewhere = similar.get(keyOf(basename(path))) ?? [];
    return { found: inFolder.length > 0 || elsewhere.length > 1 ? inFolder : elsewhere, isExact: false };
  };
}

const keyOf = (path: string): string =>
  path
    .normalize("NFC")
    .toLowerCase()
    .replace(/\.[a-z]+$/u, "");

const inexact = (path: string, line: number, found: string[]): Problem => ({
  severity: "warning",
  file: WITHDRAWN,
  place: `line ${line}`,
  message: `There is no file ${path}, so ${found.join(" and ")} ${found.length === 1 ? "was" : "were"} taken down.`,
  remedy: "Write the path of the file in the content folder as it is.",
});

const unknown = (path: string, line: number, nearest: string | undefined): Problem => ({
  // A file that was deleted since has no similar name, as a rule.
  severity: nearest === undefined && /\.[a-z]+$/iu.test(path) ? "warning" : "error",
  file: WITHDRAWN,
  place: `line ${line}`,
  message: `There is no file ${path}, so this line takes nothing down.`,
  remedy: "Write the path of the file in the content folder, such as articles/merger.md, or remove the line.",
  ...(nearest !== undefined && { nearest }),
});
