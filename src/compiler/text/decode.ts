import { windows1252 } from "./cleanText.ts";

/**
 * The text of a file: UTF-8, or UTF-16 if its byte order mark says so. Old archives
 * hold Windows-1252 as well; anything else is read as that, and `guessed` is true.
 * Line ends become "\n".
 */
export function decode(bytes: Uint8Array): { text: string; guessed: boolean } {
  if (isUtf16(bytes))
    return { text: withLineFeeds(new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes)), guessed: false };
  try {
    return { text: withLineFeeds(new TextDecoder("utf-8", { fatal: true }).decode(bytes)), guessed: false };
  } catch {
    return { text: withLineFeeds(windows1252(new TextDecoder("latin1").decode(bytes))), guessed: true };
  }
}

/** Whether a file starts with the byte order mark of UTF-16. */
export const isUtf16 = ([first, second]: Uint8Array): boolean => (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** Text with "\n" as line ends. */
export const withLineFeeds = (text: string): string => text.replace(/\r\n?/gu, "\n");
