import type { Context } from "hono";
import type { Limited } from "../limits.ts";
import { Problem } from "../problem.ts";
import type { Server } from "../server.ts";
import { askAuth, withoutCookies } from "./askAuth.ts";
import { knownDevice, noteDevice } from "./knownDevice.ts";
import { attemptOf } from "./attemptCookie.ts";

type Named = { email: string; password: string; remember: boolean };

/**
 * Signs in by password. Wrong ones are counted for the account, but for a
 * browser that was signed in to it before by itself: others cannot lock it out.
 */
export async function signIn(server: Server, c: Context, { email, password, remember }: Named): Promise<Response> {
  const { auth } = server;
  const device = knownDevice(server, c, email);
  const tries: [Limited, string] = device === undefined ? ["wrong password", email] : ["wrong password here", `${device} of ${email}`];
  await server.limitFor(...tries);
  try {
    const answer = await askAuth(auth, c.req.raw, "/sign-in/email", { email, password, rememberMe: remember });
    await server.forget(...tries);
    noteDevice(server, email, answer);
    return answer;
  } catch (error) {
    if (error instanceof Problem && error.code === "not-verified") await confirmAnew(server, c, email);
    throw error;
  }
}

/** Sends another confirmation email to someone who knows the password of an unconfirmed account. */
async function confirmAnew(server: Server, c: Context, email: string): Promise<void> {
  const { auth } = server;
  await server.limitEmails(c);
  if (!(await server.allows("email to confirm", email))) return;
  // To who is signed in to another account the auth library would send none.
  const request = withoutCookies(c.req.raw);
  const attempt = attemptOf(auth, c);
  server.later(() => askAuth(auth, request, "/send-verification-email", { email }, attempt));
}
