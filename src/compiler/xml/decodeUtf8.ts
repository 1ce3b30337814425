import { windows1252 } from "../text/cleanText.ts";

/** The number of bytes at the end of a chunk that begin a character completed by the next chunk: at most three. */
export function unfinishedBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return lengthOf(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/**
 * Decodes UTF-8. Bytes that are not valid are read as Windows-1252, one by one:
 * archives that went through several programs have both in one file.
 * @returns the text, and the number of bytes that were not valid
 */
export function decodeUtf8(bytes: Uint8Array): { text: string; wrong: number } {
  try {
    return { text: strict.decode(bytes), wrong: 0 };
  } catch {
    return decodeMixed(bytes);
  }
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decodeMixed(bytes: Uint8Array): { text: string; wrong: number } {
  const parts: string[] = [];
  let wrong = 0;
  let from = 0;
  for (let at = 0; at < bytes.length;) {
    const length = characterAt(bytes, at);
    if (length === 0) {
      parts.push(strict.decode(bytes.subarray(from, at)), windows1252(String.fromCharCode(bytes[at] ?? 0)));
      wrong += 1;
      from = at + 1;
    }
    at += Math.max(1, length);
  }
  parts.push(strict.decode(bytes.subarray(from)));
  return { text: parts.join(""), wrong };
}

/** The length in bytes of the character that starts here; 0 if none does. */
function characterAt(bytes: Uint8Array, at: number): number {
  const length = lengthOf(bytes[at] ?? 0);
  if (length < 2) return length;
  try {
    strict.decode(bytes.subarray(at, at + length));
    return length;
  } catch {
    return 0;
  }
}

/** The length of a character by its first byte (RFC 3629, 3). */
const lengthOf = (byte: number): number =>
  byte < 0x80 ? 1 : byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
