import { isSignature, signatureOf } from "../signature.ts";

/**
 * What ends the digests of an account, for whoever reads one, signed in or not. It
 * holds as long as the server's secret: an old email is as good for it as a new one.
 */
export const leaveToken = (secret: string, user: string): string =>
  `${Buffer.from(user).toString("base64url")}.${signatureOf(secret, statementOf(user))}`;

/** The account that a token is of; undefined where it is none of ours. */
export function userOf(secret: string, token: string): string | undefined {
  const [named = "", signed = ""] = token.split(".");
  const user = Buffer.from(named, "base64url").toString();
  return isSignature(signed, secret, statementOf(user)) ? user : undefined;
}

const statementOf = (user: string): string => `leave the digest of ${user}`;
