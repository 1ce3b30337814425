import { createHash } from "node:crypto";

/** The form in which secrets and addresses are stored in the database, useless to anybody who reads it. */
export const hashed = (text: string): string => createHash("sha256").update(text).digest("base64url");
