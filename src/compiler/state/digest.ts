import { hash, type Hash } from "node:crypto";

/** Base64 characters of six bits each. */
const LENGTH = 16;

/** By this a text is known again: 96 bits of its SHA-256. To keep a part of the text would keep all of it in memory. */
export function digest(content: string | Uint8Array): string {
  // In one step: an object for each of ten thousand digests takes several times as long to make and to collect.
  return hash("sha256", content, "base64url").slice(0, LENGTH);
}

/** The same of all that a SHA-256 was given, which can be given no more. */
export function digestOfAll(all: Hash): string {
  return all.digest("base64url").slice(0, LENGTH);
}
