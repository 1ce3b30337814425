import { readFile, stat } from "node:fs/promises";
import { type Problem, type Report, SKIPPED_SUFFIX } from "../draft/problem.ts";
import { decode, isUtf16, withLineFeeds } from "../text/decode.ts";

/** The warning about a file whose encoding was guessed. */
export const GUESSED = "The file is not UTF-8 from this line on; it was read as Windows-1252, and accents may be wrong.";

/** The text of a file in a content folder, with a warning if its encoding was guessed. */
export function decodeFile(bytes: Uint8Array, file: string, report: Report): string {
  const { text, guessed } = decode(bytes);
  if (guessed) report({ severity: "warning", file, place: `line ${firstWrongLine(bytes)}`, message: GUESSED, remedy: "Save it as UTF-8." });
  return text;
}

/** The decoder replaces invalid bytes with U+FFFD. */
function firstWrongLine(bytes: Uint8Array): number {
  const text = new TextDecoder("utf-8").decode(bytes);
  return withLineFeeds(text.slice(0, text.indexOf("\uFFFD"))).split("\n").length;
}

/** In bytes. No story is larger: the longest novels have 3 MB. */
const LARGEST = 4_000_000;

/** Why no story can be read from a file, as a problem. Checks only its size and its first bytes. */
export function unreadable(bytes: Uint8Array, file: string): Omit<Problem, "severity"> | undefined {
  if (bytes.length > LARGEST) return tooLarge(bytes.length, file);
  if (isUtf16(bytes)) return undefined;
  const start = bytes.subarray(0, 8192);
  const controls = start.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20)).length;
  if (!start.includes(0) && controls <= start.length * 0.05) return undefined;
  const remedy = "Save it as text in UTF-8, or move it out of this folder.";
  return { file, message: `The file is binary data, not text${SKIPPED_SUFFIX}`, remedy };
}

/** Thrown for a file that is too large to be read. `size` is in bytes. */
export class TooLargeError extends Error {
  readonly size: number;

  constructor(size: number) {
    super(`The file is ${size} bytes, which is more than a story may be.`);
    this.name = "TooLargeError";
    this.size = size;
  }
}

/** @throws TooLargeError */
export async function readStoryFile(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > LARGEST) throw new TooLargeError(size);
  return readFile(path);
}

/** @param size in bytes */
export function tooLarge(size: number, file: string): Omit<Problem, "severity"> {
  const message = `The file is ${(size / 1_000_000).toFixed(1)} MB; a story may be at most ${LARGEST / 1_000_000} MB${SKIPPED_SUFFIX}`;
  return { file, message, remedy: "Split it into several stories, and put pictures into files of their own." };
}
