import { createHash } from "node:crypto";

/** The hash by which a policy allows an inline script or style (CSP Level 3, section 6.7.2.2: of the element's text in UTF-8). */
export function hashOf(text: string): string {
  return `sha256-${digestOf(text)}`;
}

/** The SHA-256 of bytes, or of a text in UTF-8, in base64. */
export function digestOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64");
}
