import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { serialize } from "hono/utils/cookie";
import type { Server } from "../server.ts";
import { isSignature, signatureOf } from "../signature.ts";

const DAYS = 180;

/**
 * Marks a browser as one that has signed in to the account of this address, so
 * that attempts from elsewhere cannot lock it out (OWASP, "Slow Down Online
 * Guessing Attacks with Device Cookies").
 */
export function noteDevice(server: Server, email: string, answer: Response): void {
  const id = randomBytes(16).toString("base64url");
  const attributes = { ...server.auth.options.advanced.defaultCookieAttributes, maxAge: DAYS * 24 * 60 * 60 };
  answer.headers.append(
    "Set-Cookie",
    serialize(nameOf(server), `${id}.${signatureOf(server.settings.secret, statementOf(email, id))}`, attributes),
  );
}

/** The id of this browser, if it has signed in to the account of this address before. */
export function knownDevice(server: Server, c: Context, email: string): string | undefined {
  const [id = "", signed = ""] = (getCookie(c, nameOf(server)) ?? "").split(".");
  return isSignature(signed, server.settings.secret, statementOf(email, id)) ? id : undefined;
}

const nameOf = ({ auth }: Server): string => `${auth.options.advanced.cookiePrefix}.device`;

const statementOf = (email: string, id: string): string => `device ${id} of ${email}`;
