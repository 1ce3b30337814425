import * as v from "valibot";

/** Bytes as base64url without padding (RFC 4648, section 5). */
export const Base64urlSchema = v.pipe(v.string(), v.regex(/^[\w-]+$/u, "must be base64url"));

/** Bytes as such a text. */
export function toBase64url(bytes: ArrayBuffer | Uint8Array): string {
  const text = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The bytes of such a text. @throws DOMException if it is not base64url */
export const fromBase64url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

/** The same for text that may be anything. @returns undefined for other text */
export function readBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/u.test(text)) return undefined;
  try {
    return fromBase64url(text);
  } catch {
    return undefined;
  }
}
