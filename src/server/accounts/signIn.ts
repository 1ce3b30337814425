import type { Context } from "hono";
import type { Limited } from "../limits.ts";
import { Problem } from "../problemResponse.ts";
import type { Server } from "../server.ts";
import { askAuth, withoutCookies } from "./askAuth.ts";
import { knownDevice, noteDevice } from "./knownDevice.ts";
import { attemptOf } from "./attemptCookie.ts";
import { allowsEmailToConfirm } from "./signUp.ts";

type Named = { email: string; password: string; remember: boolean };

/**
 * Signs in by password. Wrong passwords are counted for the account, but separately
 * for a browser that has signed in to it before: others cannot lock it out.
 */
export async function signIn(server: Server, c: Context, { email, password, remember }: Named): Promise<Response> {
  const { auth } = server;
  const device = knownDevice(server, c, email);
  const attempts: [Limited, string] = device === undefined ? ["wrong password", email] : ["wrong password here", `${device} of ${email}`];
  await server.limitFor(...attempts);
  try {
    const answer = await askAuth(auth, c.req.raw, "/sign-in/email", { email, password, rememberMe: remember });
    await server.forget(...attempts);
    noteDevice(server, email, answer);
    return answer;
  } catch (error) {
    if (error instanceof Problem && error.code === "not-verified") await sendConfirmation(server, c, email);
    throw error;
  }
}

/** Sends another confirmation email to someone who knows the password of an unconfirmed account. */
async function sendConfirmation(server: Server, c: Context, email: string): Promise<void> {
  const { auth } = server;
  await server.limitEmails(c);
  if (!(await allowsEmailToConfirm(server, c, email))) return;
  // With the session of another account, the auth library would not send it.
  const request = withoutCookies(c.req.raw);
  const attempt = attemptOf(auth, c);
  server.later(() => askAuth(auth, request, "/send-verification-email", { email }, attempt));
}
