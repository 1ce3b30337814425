import { createHash } from "node:crypto";

/** By this a policy knows an inline script or style (CSP Level 3, section 6.7.2.2: the hash of the element's text in UTF-8). */
export function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
