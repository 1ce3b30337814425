import { createHmac, timingSafeEqual } from "node:crypto";

/** A signature with the server's secret, which proves that a text is from this server. */
export const signatureOf = (secret: string, text: string): string => createHmac("sha256", secret).update(text).digest("base64url");

/** Whether a text has this signature. The time that this takes does not reveal how much of the signature is right. */
export function isSignature(signature: string, secret: string, text: string): boolean {
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(secret, text))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
