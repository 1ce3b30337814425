import { createHash } from "node:crypto";

/** How a secret or an address stands in the database: nobody who reads that can use it. */
export const hashed = (text: string): string => createHash("sha256").update(text).digest("base64url");
