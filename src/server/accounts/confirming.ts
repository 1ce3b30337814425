import { createEmailVerificationToken } from "better-auth/api";
import type { Context } from "hono";
import { forgetAttempts } from "../rateLimiter.ts";
import { addressLetter, changeLetter } from "../mail/emails.ts";
import { Problem } from "../problem.ts";
import type { Server } from "../server.ts";
import { askAuth, withoutCookies } from "./askAuth.ts";
import { attemptOf } from "./signUpCookie.ts";
import { CONFIRMING_MINUTES } from "./auth.ts";
import { hashed } from "../hashed.ts";
import { authToken, changeIn, keepLetter } from "./emailTokens.ts";
import { noteDevice } from "./knownDevice.ts";
import { dropUnconfirmed, passwordHash } from "./signingUp.ts";
import { sessionOf } from "./session.ts";

type User = { id: string; email: string };

/**
 * Sends the letter that confirms another address of an account. Whoever waits to
 * confirm that address for an account of their own goes on waiting until it is
 * opened. Where a confirmed account has it, none is sent.
 */
export async function askToConfirm(server: Server, { id, email }: User, to: string, attempt: string): Promise<void> {
  const { auth, database, paper } = server;
  const { internalAdapter, secret } = await auth.$context;
  if ((await internalAdapter.findUserByEmail(to))?.user.emailVerified) return;
  const about = { requestType: "change-email-verification", userId: id };
  const token = await createEmailVerificationToken(secret, email, to, CONFIRMING_MINUTES * 60, about);
  server.send(changeLetter(paper, { from: email, to }, await keepLetter(database.db, id, token, attempt)));
}

/**
 * Confirms an address by the token of its letter, once. Who signed up or asked
 * for a change of address may be somebody else than who reads the letter: so it
 * has to be the same browser, or somebody who is signed in or knows the password.
 * @returns also whether this browser is signed in to the account now
 * @throws Problem 410 where the link is old, 401 where the password is needed or wrong, 409 where another account has the address
 */
export async function confirm(server: Server, c: Context, token: string, password: string | undefined): Promise<Response> {
  const { auth, paper } = server;
  const { db } = server.database;
  const { authCookies, internalAdapter } = await auth.$context;
  const old = () => new Problem(410, "link-old", "This link has been used or is too old. Ask for a new one.");
  const letter = await db.selectFrom("letter").selectAll().where("key", "=", hashed(token)).executeTakeFirst();
  const user = letter && (await internalAdapter.findUserById(letter.user_id));
  if (!user || letter.until < Date.now()) throw old();
  const attempt = attemptOf(auth, c);
  const isSameBrowser = attempt !== undefined && letter.attempt === hashed(attempt);
  const isSignedIn = (await sessionOf(auth, c.req.raw))?.user.id === user.id;
  if (!isSameBrowser && !isSignedIn) await requirePassword(server, user.id, password);
  const { numDeletedRows } = await db.deleteFrom("letter").where("key", "=", letter.key).executeTakeFirst();
  if (numDeletedRows === 0n) throw old();
  const change = changeIn(token);
  if (change) await dropUnconfirmed(server, change.to);
  // For a change the auth library wants nobody else to be signed in, who is none of its business.
  const request = change && !isSignedIn ? withoutCookies(c.req.raw) : c.req.raw;
  const refuseTaken = async () => {
    if (change && (await internalAdapter.findUserByEmail(change.to))) throw taken();
  };
  await refuseTaken();
  const answer = await askAuth(auth, request, `/verify-email?token=${encodeURIComponent(authToken(token))}`).catch(
    async (error: unknown) => {
      // Both confirmed at once.
      await refuseTaken();
      throw error;
    },
  );
  const now = await internalAdapter.findUserById(user.id);
  noteDevice(server, now?.email ?? user.email, answer);
  if (now && now.email !== user.email) server.send(addressLetter(paper, user.email));
  const session = `${authCookies.sessionToken.name}=`;
  const signedIn = answer.headers.getSetCookie().some((cookie) => cookie.startsWith(session));
  return Response.json({ ok: true, signedIn }, answer);
}

const taken = () =>
  new Problem(409, "address-taken", "This address was confirmed for another account meanwhile. Yours keeps the one that it has.");

async function requirePassword({ auth, database, limitFor }: Server, user: string, password: string | undefined): Promise<void> {
  if (password === undefined) throw new Problem(401, "password-needed", "Say the password of the account.");
  const tries = `confirming of ${user}`;
  await limitFor(tries, { most: 10, seconds: 3600 });
  const { password: passwords } = await auth.$context;
  const hash = await passwordHash(auth, user);
  if (!hash || !(await passwords.verify({ hash, password }))) throw new Problem(401, "wrong-password", "The password is not right.");
  await forgetAttempts(database.db, tries);
}
