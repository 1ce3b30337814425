import { hash, type Hash } from "node:crypto";

/** In base64 characters of six bits each. */
const LENGTH = 16;

/** Identifies a text by 96 bits of its SHA-256. A new string is returned, since a slice of the text would keep all of it in memory. */
export function digest(content: string | Uint8Array): string {
  // In one call: ten thousand Hash objects would take several times as long to create and collect.
  return hash("sha256", content, "base64url").slice(0, LENGTH);
}

/** The same for everything that a SHA-256 was updated with. It cannot be updated afterwards. */
export function digestOfAll(all: Hash): string {
  return all.digest("base64url").slice(0, LENGTH);
}
