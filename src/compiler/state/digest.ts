import { createHash, type Hash } from "node:crypto";

/** By this a text is known again: 96 bits of its SHA-256. To keep a part of the text would keep all of it in memory. */
export function digest(content: string | Uint8Array): string {
  return digestOfAll(createHash("sha256").update(content));
}

/** The same of all that a SHA-256 was given, which can be given no more. */
export function digestOfAll(hash: Hash): string {
  return hash.digest("base64url").slice(0, 16);
}
