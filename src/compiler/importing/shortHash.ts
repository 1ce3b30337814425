import { createHash } from "node:crypto";

/** 96 bits of a text, by which it is known again. A part of a text would keep the whole of it in memory, and with many parts a whole archive. */
export const shortHash = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 16);
