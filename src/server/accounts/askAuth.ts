import * as v from "valibot";
import { Problem } from "../problemResponse.ts";
import type { Auth } from "./auth.ts";
import { attemptHeader } from "./emailTokens.ts";

/**
 * Calls the auth library through its own routes, which set cookies and check the
 * origin of a request. Only the cookies of its response are passed on, and the
 * address of another site's sign-in page: its bodies contain tokens.
 * @param body undefined for a GET request
 * @param attempt identifies the browser that signs up
 * @throws Problem in our words if the library refuses
 */
export async function askAuth(auth: Auth, request: Request, path: string, body?: object, attempt?: string): Promise<Response> {
  const { baseURL, basePath } = auth.options;
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  headers.set("content-type", "application/json");
  headers.delete(attemptHeader);
  if (attempt !== undefined) headers.set(attemptHeader, attempt);
  const answer = await auth.handler(
    new Request(`${baseURL}${basePath}${path}`, {
      headers,
      method: body === undefined ? "GET" : "POST",
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  return onlyCookies(answer);
}

/** The same request without cookies, and so without a session. */
export function withoutCookies(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete("cookie");
  return new Request(request.url, { headers });
}

/**
 * The part of the auth library's response that is passed on.
 * @throws Problem in our words if it refused
 */
export async function onlyCookies(answer: Response): Promise<Response> {
  const body = v.parse(AnswerSchema, await jsonOf(answer));
  if (!answer.ok) throw refusal(answer.status, body.code ?? "");
  const out = Response.json(body.url === undefined ? { ok: true } : { url: body.url }, { headers: { "Cache-Control": "no-store" } });
  for (const cookie of answer.headers.getSetCookie()) out.headers.append("Set-Cookie", cookie);
  return out;
}

const AnswerSchema = v.fallback(v.object({ code: v.optional(v.string()), url: v.optional(v.string()) }), {});

async function jsonOf(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    return undefined;
  }
}

/** A link in an email that no longer works: status, code and detail of a Problem. */
export const LINK_EXPIRED: [number, string, string] = [410, "link-old", "This link has been used or has expired. Request a new one."];

const REFUSALS: Record<string, [number, string, string]> = {
  INVALID_EMAIL_OR_PASSWORD: [401, "wrong-password", "The email address and the password do not match."],
  INVALID_PASSWORD: [401, "wrong-password", "The password is incorrect."],
  EMAIL_NOT_VERIFIED: [403, "not-verified", "Confirm your email address first. A new email is on its way."],
  INVALID_TOKEN: LINK_EXPIRED,
  // Somebody signed up with the address again, which replaced the account that the email was for.
  USER_NOT_FOUND: LINK_EXPIRED,
  TOKEN_EXPIRED: LINK_EXPIRED,
  SESSION_EXPIRED: [403, "sign-in-again", "Sign in again to do this."],
  SESSION_NOT_FRESH: [403, "sign-in-again", "Sign in again to do this."],
  UNAUTHORIZED: [401, "signed-out", "You are signed out."],
};

function refusal(status: number, code: string): Problem {
  // The library does not say why, and clients need not know.
  if (status >= 500) return new Problem(500, "server-error", "Something went wrong on the server. Nothing was changed; try again later.");
  const [known, ours, sentence] = REFUSALS[code] ?? [status, "refused", "The server refused this."];
  return new Problem(known, ours, sentence);
}
