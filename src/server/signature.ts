import { createHmac, timingSafeEqual } from "node:crypto";

/** A signature by the server's secret, which shows that a text was given out by this server. */
export const signatureOf = (secret: string, text: string): string => createHmac("sha256", secret).update(text).digest("base64url");

/** Whether it is the signature of a text. How long this takes does not tell how much of it is right. */
export function isSignature(signature: string, secret: string, text: string): boolean {
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(secret, text))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
