import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { serialize } from "hono/utils/cookie";
import type { Server } from "../server.ts";

const DAYS = 180;

/**
 * Notes in a browser that somebody signed in with it to the account of this
 * address: what others try elsewhere does not keep them out from then on (the
 * device cookies of OWASP's sheet on guessing passwords).
 */
export function noteDevice(server: Server, email: string, answer: Response): void {
  const id = randomBytes(16).toString("base64url");
  const attributes = { ...server.auth.options.advanced.defaultCookieAttributes, maxAge: DAYS * 24 * 60 * 60 };
  answer.headers.append("Set-Cookie", serialize(nameOf(server), `${id}.${signature(server, email, id)}`, attributes));
}

/** What names this browser, where somebody signed in with it to the account of this address. */
export function knownDevice(server: Server, c: Context, email: string): string | undefined {
  const [id = "", signed = ""] = (getCookie(c, nameOf(server)) ?? "").split(".");
  const expected = Buffer.from(signature(server, email, id));
  const given = Buffer.from(signed);
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined;
}

const nameOf = ({ auth }: Server): string => `${auth.options.advanced.cookiePrefix}.device`;

function signature({ settings }: Server, email: string, id: string): string {
  return createHmac("sha256", settings.secret).update(`device ${id} of ${email}`).digest("base64url");
}
