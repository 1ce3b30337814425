import * as v from "valibot";

/** Bytes as base64url without padding (RFC 4648, section 5). */
export const Base64urlSchema = v.pipe(v.string(), v.regex(/^[\w-]+$/u, "must be base64url"));
