import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { CONFIRM_MINUTES } from "#content/accountRules.ts";
import type { Auth } from "./auth.ts";

/** The cookie that a browser got when somebody signed up or changed their address in it. */
export const attemptOf = (auth: Auth, c: Context): string | undefined => getCookie(c, nameOf(auth));

/** The same, created if missing. Everybody who signs up gets it, so that it reveals nothing about the address. */
export function beginAttempt(auth: Auth, c: Context): string {
  const attempt = attemptOf(auth, c) ?? randomBytes(24).toString("base64url");
  setCookie(c, nameOf(auth), attempt, { ...auth.options.advanced.defaultCookieAttributes, maxAge: CONFIRM_MINUTES * 60 });
  return attempt;
}

const nameOf = (auth: Auth): string => `${auth.options.advanced.cookiePrefix}.attempt`;
