import { windows1252 } from "../body/cleanText.ts";
import type { Report } from "../draft/problem.ts";

/**
 * The text of a file: UTF-8, or UTF-16 where its mark says so. Old archives
 * hold Windows-1252 as well; what is not UTF-8 is read as that, and `guessed` says so.
 * Line ends become "\n".
 */
export function decode(bytes: Uint8Array): { text: string; guessed: boolean } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: lines(new TextDecoder("utf-16le").decode(bytes)), guessed: false };
  if (first === 0xfe && second === 0xff) return { text: lines(new TextDecoder("utf-16be").decode(bytes)), guessed: false };
  try {
    return { text: lines(new TextDecoder("utf-8", { fatal: true }).decode(bytes)), guessed: false };
  } catch {
    return { text: lines(windows1252(new TextDecoder("latin1").decode(bytes))), guessed: true };
  }
}

const lines = (text: string): string => text.replace(/\r\n?/gu, "\n");

/** The text of a file of a content folder, with a warning where its encoding was guessed. */
export function decodeFile(bytes: Uint8Array, file: string, report: Report): string {
  const { text, guessed } = decode(bytes);
  const message = "The file is not UTF-8; it was read as Windows-1252, and accents may be wrong.";
  if (guessed) report({ severity: "warning", file, message });
  return text;
}
