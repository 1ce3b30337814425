import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * What ends the digests of an account, for whoever reads one, signed in or not. It
 * holds as long as the server's secret: an old email is as good for it as a new one.
 */
export const leaveToken = (secret: string, user: string): string => `${Buffer.from(user).toString("base64url")}.${signature(secret, user)}`;

/** The account that a token is of; undefined where it is none of ours. */
export function userOf(secret: string, token: string): string | undefined {
  const [named = "", signed = ""] = token.split(".");
  const user = Buffer.from(named, "base64url").toString();
  const [given, expected] = [Buffer.from(signed), Buffer.from(signature(secret, user))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? user : undefined;
}

const signature = (secret: string, user: string): string =>
  createHmac("sha256", secret).update(`leave the digest of ${user}`).digest("base64url");
