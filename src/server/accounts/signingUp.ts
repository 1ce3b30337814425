import type { Context } from "hono";
import { forgetAttempts } from "../rateLimiter.ts";
import { Problem } from "../problem.ts";
import type { Server } from "../server.ts";
import { askAuth, withoutCookies } from "./askAuth.ts";
import { attemptOf, beginAttempt } from "./signUpCookie.ts";
import type { Auth } from "./auth.ts";
import { knownDevice, noteDevice } from "./knownDevice.ts";
import { lettersTo, triesAt } from "./tokens.ts";

type Named = { email: string; password: string };

const HOUR = 3600;

/**
 * Letters that somebody who is not signed in can have sent to one address, none
 * of the one kind for want of the other. Whenever none is sent, the link of the
 * last one still holds: for an hour, and for ten minutes.
 */
const LETTERS = { confirming: { most: 2, seconds: HOUR }, changing: { most: 2, seconds: HOUR }, reset: { most: 1, seconds: 600 } };

/** Counts a letter to an address. @returns whether it may be sent, which the answer must not tell */
export const mayWrite = (server: Server, kind: keyof typeof LETTERS, email: string): Promise<boolean> =>
  server.allows(lettersTo(email, kind), LETTERS[kind]);

/**
 * Opens an account that waits for its address to be confirmed. One that waits
 * already gives way, with its password and the letters to it: nobody can keep
 * an address that is not theirs. It does not while a letter for a new password
 * holds, which proves the address as well. Answers alike for every address.
 */
export async function signUp(server: Server, c: Context, { email, password }: Named): Promise<void> {
  const { auth } = server;
  const attempt = beginAttempt(auth, c);
  if ((await isResetting(auth, email)) || !(await mayWrite(server, "confirming", email)))
    return void (await (await auth.$context).password.hash(password));
  await dropUnconfirmed(server, email);
  await askAuth(auth, c.req.raw, "/sign-up/email", { email, password, name: nameOf(email) }, attempt);
}

/** Whether a letter for a new password holds for the account of an address. */
async function isResetting(auth: Auth, email: string): Promise<boolean> {
  const { adapter, internalAdapter } = await auth.$context;
  const found = await internalAdapter.findUserByEmail(email);
  if (!found || found.user.emailVerified) return false;
  const holds = { field: "expiresAt", operator: "gt", value: new Date() } as const;
  return (await adapter.count({ model: "verification", where: [{ field: "value", value: found.user.id }, holds] })) > 0;
}

/** Drops an account whose address waits to be confirmed: who proves an address has it. */
export async function dropUnconfirmed({ auth }: Server, email: string): Promise<void> {
  const { adapter, internalAdapter } = await auth.$context;
  const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
  // Who signs in with X (Twitter) may have an address that cannot be confirmed.
  if (!found || found.user.emailVerified || found.accounts.some(({ providerId }) => providerId !== "credential")) return;
  const stillUnconfirmed = { field: "emailVerified", value: false };
  await adapter.deleteMany({ model: "user", where: [{ field: "id", value: found.user.id }, stillUnconfirmed] });
}

/** The hash of an account's password; undefined where it has none, as after signing in with X (Twitter) alone. */
export async function passwordHash(auth: Auth, user: string): Promise<string | undefined> {
  const { internalAdapter } = await auth.$context;
  const accounts = await internalAdapter.findAccounts(user);
  return accounts.find(({ providerId }) => providerId === "credential")?.password ?? undefined;
}

/** The auth library wants a name; the paper asks for none. */
const nameOf = (email: string): string => email.split("@")[0] ?? "reader";

/**
 * Signs in by password. Wrong ones are counted for the account, but for a
 * browser that was signed in to it before by itself: others cannot lock it out.
 */
export async function signIn(server: Server, c: Context, { email, password, remember }: Named & { remember: boolean }): Promise<Response> {
  const { auth } = server;
  const device = knownDevice(server, c, email);
  const [tries, most] = device === undefined ? [triesAt(email), 50] : [`sign-in to ${email} with ${device}`, 20];
  await server.limitFor(tries, { most, seconds: HOUR });
  try {
    const answer = await askAuth(auth, c.req.raw, "/sign-in/email", { email, password, rememberMe: remember });
    await forgetAttempts(server.database.db, tries);
    noteDevice(server, email, answer);
    return answer;
  } catch (error) {
    if (error instanceof Problem && error.code === "not-verified") await confirmAnew(server, c, email);
    throw error;
  }
}

/** Sends another letter to who has the password of an account whose address waits to be confirmed. */
async function confirmAnew(server: Server, c: Context, email: string): Promise<void> {
  const { auth } = server;
  await server.limitLetters(c);
  if (!(await mayWrite(server, "confirming", email))) return;
  // To who is signed in to another account the auth library would send none.
  const request = withoutCookies(c.req.raw);
  const attempt = attemptOf(auth, c);
  server.later(() => askAuth(auth, request, "/send-verification-email", { email }, attempt));
}
