import { isSignature, signatureOf } from "../signature.ts";

/**
 * The token that unsubscribes an account from digests, whether its reader is signed
 * in or not. It is valid as long as the server's secret, so old emails work too.
 */
export const unsubscribeToken = (secret: string, user: string): string =>
  `${Buffer.from(user).toString("base64url")}.${signatureOf(secret, statementOf(user))}`;

/** The account of a token; undefined if the token is not one of ours. */
export function userOf(secret: string, token: string): string | undefined {
  const [named = "", signed = ""] = token.split(".");
  const user = Buffer.from(named, "base64url").toString();
  return isSignature(signed, secret, statementOf(user)) ? user : undefined;
}

const statementOf = (user: string): string => `leave the digest of ${user}`;
