import { createEmailVerificationToken } from "better-auth/api";
import type { Context } from "hono";
import { CONFIRM_MINUTES } from "#content/accountRules.ts";
import { addressEmail, changeEmail } from "../mail/emails.ts";
import { Problem } from "../problemResponse.ts";
import type { Server } from "../server.ts";
import { moveMember } from "../members/memberStore.ts";
import { askAuth, LINK_EXPIRED, withoutCookies } from "./askAuth.ts";
import { attemptOf } from "./attemptCookie.ts";
import { hashed } from "../hashed.ts";
import { authToken, changeIn, keepEmailToken } from "./emailTokens.ts";
import { noteDevice } from "./knownDevice.ts";
import { passwordHash } from "./passwords.ts";
import { sessionOf } from "./session.ts";
import { dropUnconfirmed } from "./dropUnconfirmed.ts";

type User = { id: string; email: string };

/**
 * Sends the email that confirms a new address of an account. An unconfirmed
 * account with that address stays until the email's link is used. Nothing is sent
 * if a confirmed account has the address.
 */
export async function askToConfirm(server: Server, request: Request, { id, email }: User, to: string, attempt: string): Promise<void> {
  const { auth, database } = server;
  const { internalAdapter, secret } = await auth.$context;
  if ((await internalAdapter.findUserByEmail(to))?.user.emailVerified) return;
  const about = { requestType: "change-email-verification", userId: id };
  const token = await createEmailVerificationToken(secret, email, to, CONFIRM_MINUTES * 60, about);
  const paper = await server.paperFor(request);
  server.send(changeEmail(paper, { from: email, to }, await keepEmailToken(database.db, id, token, attempt)));
}

/**
 * Confirms an address by the token of its email, once. The reader of the email
 * may not be the person who signed up or changed the address, so this requires the
 * same browser, a session of the account, or its password.
 * @returns a response that also states whether this browser is now signed in to the account
 * @throws Problem 410 if the link has expired, 401 if the password is missing or wrong, 409 if another account has the address
 */
export async function confirm(server: Server, c: Context, token: string, password: string | undefined): Promise<Response> {
  const { auth } = server;
  const { db } = server.database;
  const { authCookies, internalAdapter } = await auth.$context;
  const expired = () => new Problem(...LINK_EXPIRED);
  const sent = await db.selectFrom("email_token").selectAll().where("key", "=", hashed(token)).executeTakeFirst();
  const user = sent && (await internalAdapter.findUserById(sent.user_id));
  if (!user || sent.until < Date.now()) throw expired();
  const attempt = attemptOf(auth, c);
  const isSameBrowser = attempt !== undefined && sent.attempt === hashed(attempt);
  const isSignedIn = (await sessionOf(auth, c.req.raw))?.user.id === user.id;
  if (!isSameBrowser && !isSignedIn) await requirePassword(server, user.id, password);
  const { numDeletedRows } = await db.deleteFrom("email_token").where("key", "=", sent.key).executeTakeFirst();
  if (numDeletedRows === 0n) throw expired();
  const change = changeIn(token);
  if (change) await dropUnconfirmed(db, change.to);
  // For a change, the auth library refuses the session of another account, which does not matter here.
  const request = change && !isSignedIn ? withoutCookies(c.req.raw) : c.req.raw;
  const refuseTaken = async () => {
    if (change && (await internalAdapter.findUserByEmail(change.to))) throw taken();
  };
  await refuseTaken();
  const answer = await askAuth(auth, request, `/verify-email?token=${encodeURIComponent(authToken(token))}`).catch(
    async (error: unknown) => {
      // Two accounts confirmed the address at the same time.
      await refuseTaken();
      throw error;
    },
  );
  const now = await internalAdapter.findUserById(user.id);
  noteDevice(server, now?.email ?? user.email, answer);
  if (now && now.email !== user.email) {
    await moveMember(db, user.email, now.email);
    server.send(addressEmail(await server.paperFor(c.req.raw), user.email));
    server.later(() => server.database.purge([user.email]));
  }
  const session = `${authCookies.sessionToken.name}=`;
  const signedIn = answer.headers.getSetCookie().some((cookie) => cookie.startsWith(session));
  return Response.json({ ok: true, signedIn }, answer);
}

const taken = () =>
  new Problem(409, "address-taken", "This address has since been confirmed for another account. Yours keeps its current address.");

async function requirePassword({ auth, limitFor, forget }: Server, user: string, password: string | undefined): Promise<void> {
  if (password === undefined) throw new Problem(401, "password-needed", "Enter the password of the account.");
  await limitFor("password to confirm", user);
  const { password: passwords } = await auth.$context;
  const hash = await passwordHash(auth, user);
  if (!hash || !(await passwords.verify({ hash, password }))) throw new Problem(401, "wrong-password", "The password is incorrect.");
  await forget("password to confirm", user);
}
