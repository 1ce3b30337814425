import { createHash } from "node:crypto";

/** By this a text is known again: 96 bits of its SHA-256. To keep a part of the text would keep all of it in memory. */
export function digest(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 16);
}
